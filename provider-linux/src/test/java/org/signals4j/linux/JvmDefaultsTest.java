/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.signals4j.RealtimeSignal;

/** What happens to a process when nobody cancels: the JVM's own ways, and the system's. */
class JvmDefaultsTest {

    private static final String DUMP = "Full thread dump";

    @ParameterizedTest
    @CsvSource({"TERM, 143", "INT, 130", "HUP, 129"})
    void aSubscriberThatOnlyWatchesLeavesTheJvmItsShutdown(LinuxSignals signal, int exitCode) {
        try (ChildJvm child = ChildJvm.of("watch").arguments("SIG" + signal).start()) {
            child.awaitLine("ready");
            child.signal(signal);
            assertThat(child.exitCode()).as(child.toString()).isEqualTo(exitCode);
            assertThat(child.linesWith("event SIG" + signal)).hasSize(1);
            assertThat(child.linesWith("event").get(0))
                    .contains("cause=USER", "pid=" + ProcessHandle.current().pid());
            assertThat(child.linesWith("hook")).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TERM", "INT", "HUP"})
    void aSubscriberThatCancelsKeepsTheJvmAlive(LinuxSignals signal) {
        try (ChildJvm child =
                ChildJvm.of("watch").arguments("SIG" + signal, "cancel").start()) {
            child.awaitLine("ready");
            child.signal(signal);
            child.awaitLines("event", 1);
            child.signal(signal);
            child.awaitLines("event", 2);
            child.proceed();
            assertThat(child.exitCode()).as(child.toString()).isZero();
        }
    }

    @Test
    void quitPrintsAThreadDumpAndToolsAttach() throws Exception {
        try (ChildJvm child = ChildJvm.of("watch").arguments("SIGQUIT").start()) {
            child.awaitLine("ready");
            Process jstack = new ProcessBuilder(JdkTool.path("jstack"), "" + child.pid())
                    .redirectErrorStream(true)
                    .start();
            assertThat(new String(jstack.getInputStream().readAllBytes())).contains(DUMP);
            child.awaitLine("event SIGQUIT");
            assertThat(child.linesWith(DUMP)).as("a dump to our output").isEmpty();
            child.signal(LinuxSignals.QUIT);
            child.awaitLine(DUMP);
            child.proceed();
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void aCancelledQuitPrintsNothing() {
        try (ChildJvm child =
                ChildJvm.of("watch").arguments("SIGQUIT", "cancel").start()) {
            child.awaitLine("ready");
            child.signal(LinuxSignals.QUIT);
            child.awaitLine("event SIGQUIT");
            child.proceed();
            assertThat(child.exitCode()).isZero();
            assertThat(child.linesWith(DUMP)).isEmpty();
        }
    }

    /** Java threads block SIGQUIT, and what the JVM sends itself as SIGUSR2 is passed on to it. */
    @ParameterizedTest
    @EnumSource(names = {"QUIT", "USR2"})
    void whatIsRaisedArrivesThoughTheJvmUsesItOnThreads(LinuxSignals signal) {
        try (ChildJvm child = ChildJvm.of("raise-one").arguments("SIG" + signal).start()) {
            assertThat(child.awaitLine("event")).contains("SIG" + signal, "cause=USER");
            assertThat(child.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"USR1, 138", "ALRM, 142", "XCPU, 152", "STKFLT, 144"})
    void theSystemsDefaultKillsAndIsSeenByTheParent(LinuxSignals signal, int exitCode) {
        // Core images are of no use here.
        try (ChildJvm child = ChildJvm.of("watch")
                .prefix("sh", "-c", "ulimit -c 0; exec \"$@\"", "sh")
                .arguments("SIG" + signal)
                .start()) {
            child.awaitLine("ready");
            child.signal(signal);
            assertThat(child.exitCode()).as(child.toString()).isEqualTo(exitCode);
            assertThat(child.linesWith("event SIG" + signal)).hasSize(1);
            assertThat(child.linesWith("hook")).isEmpty();
        }
    }

    @Test
    void realtimeSignalsKillByDefaultToo() {
        try (ChildJvm child = ChildJvm.of("watch").arguments("SIGRTMIN+2").start()) {
            child.awaitLine("ready");
            int number = NativeAccess.libc().__libc_current_sigrtmin() + 2;
            assertThat(NativeAccess.libc().sigqueue(child.pid(), number, 7)).isZero();
            assertThat(child.exitCode()).isEqualTo(128 + number);
            assertThat(child.awaitLine("event " + new RealtimeSignal(2))).contains("value=7");
        }
    }

    /** In a process group of its own: the kernel does not stop an orphaned one, as that of a build often is. */
    @Test
    void aStopStopsAndGoesOnWhenContinuedAndTheHandlerIsBack() {
        try (ChildJvm child =
                ChildJvm.of("watch").arguments("SIGTSTP", "SIGCONT", "group").start()) {
            child.awaitLine("ready");
            for (int round = 1; round <= 2; round++) {
                child.signal(LinuxSignals.TSTP);
                child.awaitLines("event SIGTSTP", round);
                Awaitility.await("stopped").atMost(Duration.ofSeconds(20)).until(() -> state(child) == 'T');
                child.signal(LinuxSignals.CONT);
                child.awaitLines("event SIGCONT", round);
                Awaitility.await("running").atMost(Duration.ofSeconds(20)).until(() -> state(child) != 'T');
            }
            child.proceed();
            assertThat(child.exitCode()).isZero();
        }
    }

    private static char state(ChildJvm child) throws Exception {
        String stat = Files.readString(Path.of("/proc/" + child.pid() + "/stat"));
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }

    @ParameterizedTest
    @EnumSource(names = {"PIPE", "XFSZ", "USR2", "CHLD", "URG", "WINCH", "CONT"})
    void whatTheJvmSwallowsOrTheSystemIgnoresDoesNothing(LinuxSignals signal) {
        try (ChildJvm child = ChildJvm.of("watch").arguments("SIG" + signal).start()) {
            child.awaitLine("ready");
            child.signal(signal);
            child.awaitLine("event SIG" + signal);
            child.signal(signal);
            child.awaitLines("event SIG" + signal, 2);
            child.proceed();
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void anAskedForSystemDefaultKillsWithoutHooks() {
        try (ChildJvm child = ChildJvm.of("system-default").arguments("SIGTERM").start()) {
            child.awaitLine("now SYSTEM_DEFAULT");
            child.awaitLine("ready");
            child.signal(LinuxSignals.TERM);
            assertThat(child.exitCode()).isEqualTo(143);
            assertThat(child.linesWith("hook")).isEmpty();
        }
    }

    @Test
    void aHandlerOfSunMiscIsTheDefaultOfASubscription() {
        try (ChildJvm child =
                ChildJvm.of("sunmisc-handler").arguments("SIGUSR1", "SIGTERM").start()) {
            child.awaitLine("ready");
            child.signal(LinuxSignals.USR1);
            child.awaitLine("sun.misc SIGUSR1");
            child.signal(LinuxSignals.TERM);
            child.awaitLine("sun.misc SIGTERM");
            assertThat(child.linesWith("event SIG")).hasSize(2);
            assertThat(child.linesWith("now")).containsExactly("now CAUGHT", "now CAUGHT");
            child.proceed();
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void whatIsOnItsWayWhenTheSystemIsClosedStillGetsItsDefault() {
        try (ChildJvm child = ChildJvm.of("close").start()) {
            child.awaitLine("closed");
            assertThat(child.exitCode()).as(child.toString()).isEqualTo(143);
            assertThat(child.linesWith("hook")).hasSize(1);
            assertThat(child.linesWith("event")).isEmpty();
        }
    }

    @Test
    void underXrsSignalsArriveAndTermKillsWithoutHooks() {
        try (ChildJvm child = ChildJvm.of("watch")
                .jvm("-Xrs")
                .arguments("SIGUSR2", "SIGTERM", "SIGQUIT")
                .start()) {
            child.awaitLine("ready");
            child.signal(LinuxSignals.USR2);
            child.awaitLine("event SIGUSR2");
            child.signal(LinuxSignals.TERM);
            assertThat(child.exitCode()).isEqualTo(143);
            assertThat(child.linesWith("event SIGTERM")).hasSize(1);
            assertThat(child.linesWith("hook")).isEmpty();
        }
    }

    @Test
    void underXrsUsr1Arrives() {
        try (ChildJvm child =
                ChildJvm.of("take").jvm("-Xrs").arguments("SIGUSR1").start()) {
            child.awaitLine("ready");
            child.signal(LinuxSignals.USR1);
            child.awaitLine("event SIGUSR1");
            child.proceed();
            assertThat(child.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"TERM", "INT", "HUP"})
    void anInheritedIgnoreIsRespectedUnlessOverridden(LinuxSignals signal) {
        String[] ignoring = {"sh", "-c", "trap '' " + signal + "; exec \"$@\"", "sh"};
        try (ChildJvm child = ChildJvm.of("watch")
                .prefix(ignoring)
                .arguments("SIG" + signal, "SIGUSR1", "cancel")
                .start()) {
            child.awaitLine("active false");
            child.awaitLine("ready");
            child.signal(signal);
            child.signal(LinuxSignals.USR1);
            child.awaitLine("event SIGUSR1");
            assertThat(child.linesWith("event SIG" + signal)).isEmpty();
            child.proceed();
            assertThat(child.exitCode()).isZero();
        }
        try (ChildJvm child = ChildJvm.of("watch")
                .prefix(ignoring)
                .arguments("SIG" + signal, "override")
                .start()) {
            child.awaitLine("active true");
            child.awaitLine("ready");
            child.signal(signal);
            child.awaitLine("event SIG" + signal);
            child.signal(signal);
            child.awaitLines("event SIG" + signal, 2); // its default is to be ignored
            child.proceed();
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void anOutsideUsr2DoesNotKillTheJvm() {
        try (ChildJvm child = ChildJvm.of("watch").arguments("SIGUSR2").start()) {
            child.awaitLine("ready");
            for (int i = 1; i <= 20; i++) {
                child.signal(LinuxSignals.USR2);
                child.awaitLines("event SIGUSR2", i);
            }
            child.proceed();
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void theSuspendSignalIsTheOneOfTheEnvironment() {
        try (ChildJvm child = ChildJvm.of("describe")
                .environment("_JAVA_SR_SIGNUM", "30")
                .arguments("SIGPWR", "SIGUSR2")
                .start()) {
            assertThat(child.awaitLine("SIGPWR")).contains("flight recorder");
            assertThat(child.awaitLine("SIGUSR2")).doesNotContain("flight recorder");
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void underLibjsigQuitIsRefusedAndOthersWork() {
        Path libjsig = Path.of(System.getProperty("java.home"), "lib", "libjsig.so");
        assumeTrue(Files.exists(libjsig));
        try (ChildJvm child = ChildJvm.of("describe")
                .environment("LD_PRELOAD", libjsig.toString())
                .arguments("SIGQUIT", "SIGTERM")
                .start()) {
            assertThat(child.awaitLine("SIGQUIT")).contains("libjsig", "DEFAULT");
            assertThat(child.awaitLine("SIGTERM")).contains("DEFAULT").doesNotContain("libjsig");
            assertThat(child.exitCode()).isZero();
        }
        try (ChildJvm child = ChildJvm.of("watch")
                .environment("LD_PRELOAD", libjsig.toString())
                .arguments("SIGPIPE", "SIGTERM")
                .start()) {
            child.awaitLine("active true");
            child.awaitLine("ready");
            child.signal(LinuxSignals.PIPE);
            child.awaitLine("event SIGPIPE");
            child.signal(LinuxSignals.TERM);
            assertThat(child.exitCode()).as(child.toString()).isEqualTo(143);
            assertThat(child.linesWith("hook")).hasSize(1);
        }
    }
}
