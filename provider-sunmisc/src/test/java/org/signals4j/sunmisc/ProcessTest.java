/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ends a process, or must not. */
@DisabledOnOs(OS.WINDOWS)
class ProcessTest {

    @Test
    void uncancelledTermEndsTheJvmByItsOwnHandler() throws Exception {
        try (ChildJvm child = ChildJvm.start("watch")) {
            child.awaitOutput("ready");
            child.kill("TERM");
            assertThat(child.exitCode()).isEqualTo(143);
            assertThat(child.output()).contains("got SIGTERM", "hook ran");
        }
    }

    @Test
    void uncancelledUserSignalEndsTheJvmByExit() throws Exception {
        try (ChildJvm child = ChildJvm.start("watch")) {
            child.awaitOutput("ready");
            child.kill("USR1");
            assertThat(child.exitCode()).isIn(128 + 10, 128 + 30); // Linux, macOS
            assertThat(child.output()).contains("got SIGUSR1", "hook ran");
        }
    }

    @Test
    void uncancelledStopIsReportedAsImpossible() throws Exception {
        try (ChildJvm child = ChildJvm.start("watch")) {
            child.awaitOutput("ready");
            child.kill("TSTP");
            child.awaitOutput("got SIGTSTP");
            child.awaitOutput("cannot stop the process, as is the default action of SIGTSTP");
        }
    }

    @Test
    void cancelledSignalsLetTheJvmLive() throws Exception {
        try (ChildJvm child = ChildJvm.start("watchAndCancel")) {
            child.awaitOutput("ready");
            child.kill("USR1");
            child.awaitOutput("got SIGUSR1");
            child.kill("TERM");
            child.awaitOutput("got SIGTERM");
            child.kill("TSTP");
            child.awaitOutput("got SIGTSTP");
            child.kill("KILL");
            assertThat(child.exitCode()).isEqualTo(137);
            assertThat(child.output()).doesNotContain("hook ran", "cannot");
        }
    }

    @Test
    void termAfterCloseIsAsWithoutUs() throws Exception {
        try (ChildJvm child = ChildJvm.start("watchAndClose")) {
            child.awaitOutput("ready");
            child.kill("TERM");
            assertThat(child.exitCode()).isEqualTo(143);
            assertThat(child.output()).contains("hook ran").doesNotContain("got");
        }
    }

    @Test
    void userSignalAfterCloseIsAsWithoutUs() throws Exception {
        try (ChildJvm child = ChildJvm.start("watchAndClose")) {
            child.awaitOutput("ready");
            child.kill("USR1");
            assertThat(child.exitCode()).isIn(128 + 10, 128 + 30);
            assertThat(child.output()).doesNotContain("hook ran", "got");
        }
    }

    @Test
    void hangupUnderNohupStaysIgnored() throws Exception {
        try (ChildJvm child = ChildJvm.startUnder(List.of("nohup"), "ignoredHangup")) {
            child.awaitOutput("ready");
            child.kill("HUP");
            child.kill("TERM");
            assertThat(child.exitCode()).isEqualTo(143);
            assertThat(child.output())
                    .contains("active: false", "ignored: true", "raise: done", "pass HandleOption.OVERRIDE_IGNORED")
                    .contains(
                            "override: java.lang.UnsupportedOperationException: provider 'sunmisc' cannot take SIGHUP")
                    .doesNotContain("got");
        }
    }

    @Test
    void ignoringTermCanBeUndone() throws Exception {
        try (ChildJvm child = ChildJvm.start("ignoreAndThenHandle")) {
            child.awaitOutput("ignoring");
            child.kill("TERM");
            child.type("go on\n");
            child.awaitOutput("ready");
            child.kill("TERM");
            child.awaitOutput("got SIGTERM");
            assertThat(child.output()).contains("was ignored: true").doesNotContain("hook ran");
        }
    }

    @Test
    void raisingTermUntakenShutsTheJvmDown() throws Exception {
        try (ChildJvm child = ChildJvm.start("raiseTerm")) {
            assertThat(child.exitCode()).isEqualTo(143);
            assertThat(child.output()).contains("hook ran");
        }
    }

    @Test
    void raisingUserSignalUntakenExits() throws Exception {
        try (ChildJvm child = ChildJvm.start("raiseUser")) {
            assertThat(child.exitCode()).isIn(128 + 10, 128 + 30);
            assertThat(child.output()).contains("hook ran");
        }
    }

    @Test
    void raisingUserSignalThatIsIgnoredDoesNothing() throws Exception {
        List<String> ignoring = List.of("sh", "-c", "trap '' USR1; exec \"$@\"", "sh");
        try (ChildJvm child = ChildJvm.startUnder(ignoring, "raiseUser")) {
            child.awaitOutput("ready");
            child.kill("TERM");
            assertThat(child.exitCode()).isEqualTo(143);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void firstProcessOfANamespaceHasNoDefaultThatEndsIt() throws Exception {
        List<String> asFirst = List.of("unshare", "--pid", "--fork", "--kill-child");
        assumeThat(succeeds("unshare", "--pid", "--fork", "true"))
                .as("may make a PID namespace")
                .isTrue();
        try (ChildJvm child = ChildJvm.startUnder(asFirst, "raiseUserAndEnd")) {
            assertThat(child.exitCode()).isZero();
            assertThat(child.output()).contains("survived");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void raisingWhatDoesNotEndTheProcess() throws Exception {
        try (ChildJvm child = ChildJvm.start("raiseWhatDoesNotEnd")) {
            child.awaitOutput("ready");
            assertThat(child.output())
                    .contains("raise SIGCONT: done", "raise SIGURG: done", "raise SIGWINCH: done")
                    .contains("raise SIGCHLD: done", "raise SIGPIPE: done", "unchanged: true");
            for (String refused : List.of("SIGKILL", "SIGQUIT", "SIGSEGV", "SIGUSR2")) {
                assertThat(child.output())
                        .contains("raise " + refused + ": java.lang.UnsupportedOperationException: provider 'sunmisc'"
                                + " cannot raise " + refused);
            }
            assertThat(child.output()).contains("raise SIGTSTP: java.lang.UnsupportedOperationException");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void closingRestoresWhatTheKernelHas() throws Exception {
        try (ChildJvm child = ChildJvm.start("takeAllAndClose")) {
            assertThat(child.exitCode()).isZero();
            assertThat(child.output())
                    .contains("open changes nothing: true", "all taken: true", "restored: true")
                    .contains("broken pipe is an exception");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void ignoringAUserSignalIsReal() throws Exception {
        try (ChildJvm child = ChildJvm.start("ignoreReally")) {
            assertThat(child.exitCode()).isZero();
            assertThat(child.output()).contains("was default: true", "ignored: true true", "restored: true");
        }
    }

    @Test
    void childProcessesKeepTheirExitValues() throws Exception {
        try (ChildJvm child = ChildJvm.start("children")) {
            child.awaitOutput("ready");
            child.awaitOutput("got SIGCHLD");
            assertThat(child.output())
                    .contains("exit value: 3")
                    .contains("ignore: org.signals4j.ReservedSignalException: SIGCHLD belongs to the class library");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void handlerUnderAnAliasIsFoundAndGivenBack() throws Exception {
        try (ChildJvm child = ChildJvm.start("handlerUnderAlias")) {
            assertThat(child.exitCode()).isZero();
            assertThat(child.output()).containsOnlyOnce("got SIGCHLD").contains("default done", "given back");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void foreignNativeHandlerIsNotTakenWithoutForce() throws Exception {
        try (ChildJvm child = ChildJvm.start("foreignHandler")) {
            child.awaitOutput("ready");
            child.awaitOutput("got SIGUSR1");
            child.awaitOutput("WARNING: provider 'sunmisc' cannot call the native handler");
            assertThat(child.output())
                    .contains("subscribe: org.signals4j.ForeignHandlerException", "stays: true")
                    .contains("raise: java.lang.UnsupportedOperationException");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-Xrs", "-XX:+ReduceSignalUsage"})
    void unavailableWhereTheJvmDeliversNoSignals(String option) throws Exception {
        try (ChildJvm child = ChildJvm.start("availability", option)) {
            assertThat(child.exitCode()).isZero();
            assertThat(child.output())
                    .contains("isAvailable=false", "-Xrs")
                    .contains("open: java.lang.IllegalStateException: provider 'sunmisc' is not available");
        }
    }

    @Test
    void unavailableWithoutSunMisc() throws Exception {
        try (ChildJvm child = ChildJvm.start("availability", "--limit-modules", "java.base,java.logging")) {
            assertThat(child.exitCode()).isZero();
            assertThat(child.output())
                    .contains("isAvailable=false", "add the module jdk.unsupported")
                    .contains("open: java.lang.IllegalStateException");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void threadSamplerHasTheSignalThatTheEnvironmentNames() throws Exception {
        try (ChildJvm child = ChildJvm.startUnder(List.of("env", "_JAVA_SR_SIGNUM=30"), "reservedSignals")) {
            assertThat(child.exitCode()).isZero();
            assertThat(child.output()).contains("reserved: SIGPWR").doesNotContain("reserved: SIGUSR2");
        }
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        }
    }
}
