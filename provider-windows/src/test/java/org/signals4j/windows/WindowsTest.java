/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signals4j.SignalSystem;
import org.signals4j.spi.SignalProvider;

/**
 * The provider in processes of Windows. Elsewhere {@code .ci/windows} runs this under Wine. The JDK gives each child a
 * console of its own if this process has none with a window.
 */
@OnWindows
class WindowsTest {

    /** True where a test that is skipped would go unnoticed. */
    private static final String NOTHING_SKIPPED = "signals4j.test.nothing.skipped";

    private static final String DUMP = "Full thread dump";

    @Test
    void isAvailableAndChosen() {
        SignalProvider provider = new WindowsSignalProvider();
        assertThat(provider.availability().isAvailable()).isTrue();
        assertThat(provider.availability().reason()).startsWith("Windows");
        try (SignalSystem system = SignalSystem.open("windows")) {
            assertThat(system.supported()).hasSize(5);
        }
    }

    @Test
    void twoHundredCtrlCInARow() throws Exception {
        try (ChildJvm child = withConsole("many-ctrl-c")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.output()).contains("handled 200; 200 in a row took");
            System.out.println(child.lines().get(0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ctrl-c-untouched", "ctrl-c-watched", "ctrl-c-let-go", "ctrl-c-late-default"})
    void ctrlCThatNobodyTakesShutsTheJvmDown(String scenario) throws Exception {
        try (ChildJvm child = withConsole(scenario)) {
            assertThat(child.exitCode()).as(child::output).isEqualTo(130);
            assertThat(child.lines()).contains("hook").doesNotContain("survived");
        }
    }

    @Test
    void watchersSeeCtrlCAndItsCause() throws Exception {
        try (ChildJvm child = withConsole("ctrl-c-watched")) {
            child.exitCode();
            assertThat(child.lines()).containsOnlyOnce("watched SIGINT (2) cause=CONSOLE_CTRL_C count=1");
        }
    }

    @Test
    void ctrlCUnderXrs() throws Exception {
        try (ChildJvm child = withConsole("many-ctrl-c", "-Xrs")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.output()).contains("handled 200");
        }
    }

    @Test
    void ctrlCThatNobodyTakesUnderXrsEndsTheProcess() throws Exception {
        try (ChildJvm child = withConsole("ctrl-c-watched", "-Xrs")) {
            assertThat(child.exitCode()).isNotEqualTo(98);
            assertThat(child.output()).contains("watched SIGINT").doesNotContain("hook", "survived");
        }
    }

    @Test
    void ctrlCMayBeIgnored() throws Exception {
        try (ChildJvm child = withConsole("ctrl-c-ignored")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.lines()).containsExactly("handled SIGINT (2) cause=CONSOLE_CTRL_C count=1", "hook");
        }
    }

    @Test
    void anInheritedIgnoreOfCtrlCIsOverriddenOnDemand() throws Exception {
        try (ChildJvm child = withConsole("ctrl-c-inherited-ignore")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.lines())
                    .containsExactly(
                            "without override: false", "handled SIGINT (2) cause=CONSOLE_CTRL_C count=1", "hook");
        }
    }

    @Test
    void aSlowHandlerOfCtrlCIsNotOvertakenByTheDefault() throws Exception {
        try (ChildJvm child = withConsole("ctrl-c-slow")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.lines())
                    .containsExactly("handled SIGINT (2) cause=CONSOLE_CTRL_C count=1", "goes on", "hook");
        }
    }

    @Test
    void eventsOfTheConsoleComeWithTheirCauses() throws Exception {
        try (ChildJvm child = ChildJvm.start("await-events")) {
            child.exitCode();
            assertThat(child.output())
                    .contains("SIGINT (2) cause=CONSOLE_CTRL_C", "SIGBREAK (21) cause=CONSOLE_CTRL_BREAK")
                    .contains("SIGTERM (15) cause=CONSOLE_LOGOFF");
        }
    }

    @Test
    void aCloseWaitsForItsHandler() throws Exception {
        try (ChildJvm child = ChildJvm.start("close-slow")) {
            child.exitCode();
            assertThat(child.lines()).startsWith("begun SIGTERM (15) cause=CONSOLE_CLOSE count=1", "completed");
            System.out.println(child.lines());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"close-untouched", "close-watched"})
    void aCloseThatNobodyTakesShutsTheJvmDown(String scenario) throws Exception {
        try (ChildJvm child = ChildJvm.start(scenario)) {
            assertThat(child.exitCode()).as(child::output).isEqualTo(143);
            assertThat(child.lines()).contains("hook");
            assertThat(child.lines().stream().filter(line -> line.startsWith("watched")))
                    .hasSize(scenario.equals("close-watched") ? 1 : 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"break-watched", "break-raised"})
    void aBreakThatNobodyTakesIsAThreadDump(String scenario) throws Exception {
        try (ChildJvm child = ChildJvm.start(scenario)) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.output()).containsOnlyOnce("watched SIGBREAK").containsOnlyOnce(DUMP);
        }
    }

    @Test
    void aBreakThatIsHandledIsNoThreadDump() throws Exception {
        try (ChildJvm child = ChildJvm.start("break-handled")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.output())
                    .contains("handled SIGBREAK (21) cause=CONSOLE_CTRL_BREAK")
                    .doesNotContain(DUMP);
        }
    }

    @Test
    void anotherProcessCanSend() throws Exception {
        try (ChildJvm child = ChildJvm.start("stay")) {
            child.awaitOutput("ready");
            TestKernel32.event(child.pid(), ConsoleEvent.CTRL_C);
            child.awaitOutput("CONSOLE_CTRL_C");
            TestKernel32.event(child.pid(), ConsoleEvent.CTRL_BREAK);
            child.awaitOutput("CONSOLE_CTRL_BREAK");
            TestKernel32.event(child.pid(), ConsoleEvent.SHUTDOWN);
            child.awaitOutput("CONSOLE_SHUTDOWN");
        }
    }

    @Test
    void whatIsRaisedArrivesEachTime() throws Exception {
        try (ChildJvm child = ChildJvm.start("raise-each")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            List<String> round = List.of("SIGINT (2)", "SIGFPE (8)", "SIGTERM (15)", "SIGBREAK (21)", "SIGABRT (22)");
            List<String> seen = child.lines().stream()
                    .filter(line -> line.startsWith("handled"))
                    .map(line -> line.replace("handled ", "").replace(" cause=UNKNOWN count=1", ""))
                    .toList();
            assertThat(seen).hasSize(15);
            for (int i = 0; i < 15; i += 5) {
                assertThat(seen.subList(i, i + 5)).isEqualTo(round);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "raise-int-watched, 130, true",
        "raise-term-watched, 143, true",
        "raise-term-untouched, 143, true",
        "raise-abrt-watched, 3, false",
        "raise-fpe-watched, 3, false"
    })
    void whatIsRaisedAndNobodyTakesDoesWhatItDid(String scenario, int code, boolean hooks) throws Exception {
        try (ChildJvm child = ChildJvm.start(scenario)) {
            assertThat(child.exitCode()).as(child::output).isEqualTo(code);
            assertThat(child.lines().contains("hook")).isEqualTo(hooks);
        }
    }

    @Test
    void termUnderXrsEndsTheProcess() throws Exception {
        try (ChildJvm child = ChildJvm.start("raise-term-watched", "-Xrs")) {
            assertThat(child.exitCode()).as(child::output).isEqualTo(3);
            assertThat(child.lines()).containsExactly("watched SIGTERM (15) cause=UNKNOWN count=1");
        }
    }

    @Test
    void fpeIsHandledWhateverThreadRaisesIt() throws Exception {
        try (ChildJvm child = ChildJvm.start("fpe-threads")) {
            assertThat(child.exitCode()).as(child::output).isEqualTo(3);
            assertThat(child.lines().stream().filter(line -> line.startsWith("handled SIGFPE")))
                    .hasSize(3);
            assertThat(child.lines()).contains("raised on B").doesNotContain("survived");
        }
    }

    @Test
    void raisingOnManyThreadsLosesNothing() throws Exception {
        try (ChildJvm child = ChildJvm.start("raise-storm")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.lines()).contains("handled 10000");
        }
    }

    @Test
    void aForeignHandlerIsSeenAndPutBack() throws Exception {
        try (ChildJvm child = ChildJvm.start("foreign")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.lines())
                    .containsExactly(
                            "refused", "handled SIGTERM (15) cause=UNKNOWN count=1", "theirs 15", "put back", "hook");
        }
    }

    @Test
    void canBeOpenedAgain() throws Exception {
        try (ChildJvm child = withConsole("reopen")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.lines()).contains("reopened");
            assertThat(child.lines().stream().filter(line -> line.startsWith("handled")))
                    .hasSize(40);
        }
    }

    @Test
    void groupsAreThoseOfTheConsole() throws Exception {
        try (ChildJvm child = withConsole("groups")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.lines()).hasSize(5);
            assertThat(child.lines().get(0))
                    .startsWith("SignalException: GenerateConsoleCtrlEvent(CTRL_BREAK_EVENT, 1000000)");
            assertThat(child.lines().get(1))
                    .startsWith("UnsupportedOperationException")
                    .contains("group 0");
            assertThat(child.lines().get(2))
                    .startsWith("UnsupportedOperationException")
                    .contains("destroyForcibly");
            assertThat(child.lines().get(3))
                    .startsWith("UnsupportedOperationException")
                    .contains("SEND", "ProcessHandle.destroyForcibly");
        }
    }

    @Test
    void theThreadOfAnEventIsADaemonAndGoesWithIt() throws Exception {
        try (ChildJvm child = ChildJvm.start("threads")) {
            assertThat(child.exitCode()).as(child::output).isZero();
            assertThat(child.lines()).contains("signals4j console event, daemon: true", "gone", "hook");
        }
    }

    /** Sixteen times, because it was a matter of chance. */
    @Test
    void whatIsOnItsWayAtAReopenHasItsDefault() throws Exception {
        for (int i = 0; i < 16; i++) {
            try (ChildJvm child = ChildJvm.start("reopen-at-once")) {
                assertThat(child.exitCode()).as(child::output).isEqualTo(143);
            }
        }
    }

    /** A child that sends to all processes of its console, which must be its own. */
    private static ChildJvm withConsole(String scenario, String... jvmOptions) {
        boolean shared = TestKernel32.hasConsoleWindow();
        String why =
                "this process has a window's console, so that its children share it: Ctrl+C would reach all of them";
        if (Boolean.getBoolean(NOTHING_SKIPPED)) {
            assertThat(shared).as(why).isFalse();
        }
        assumeFalse(shared, why);
        return ChildJvm.start(scenario, jvmOptions);
    }
}
