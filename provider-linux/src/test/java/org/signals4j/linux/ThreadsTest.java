/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Masks, signals for one thread, and interrupted system calls: in child JVMs, for they change threads. */
class ThreadsTest {

    @Test
    void aMaskConcernsTheThreadThatAskedAndNoOther() {
        try (ChildJvm child = ChildJvm.of("mask").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            int realtime = NativeAccess.libc().__libc_current_sigrtmin() + ThreadScenarios.REALTIME.offset();
            long mask =
                    bit(LinuxSignals.QUIT.number()) | bit(LinuxSignals.USR1.number()) | bit(Emulated.inProc(realtime));
            assertThat(child.lines())
                    .contains(
                            "before [SIGQUIT]",
                            "blocked [SIGQUIT, SIGUSR1, SIGRTMIN+3]",
                            String.format("kernel %016x", mask),
                            "pending [SIGUSR1, SIGRTMIN+3]",
                            "others {}",
                            "permits 0",
                            "after [SIGQUIT]",
                            "left []",
                            "end {}");
            // A standard signal merges while it is pending, a real-time one does not.
            String of = " cause=THREAD pid=" + child.pid();
            assertThat(child.linesWith("event SIGUSR1 (10)" + of)).hasSize(1);
            assertThat(child.linesWith("event SIGRTMIN+3 (" + realtime + ")" + of))
                    .hasSize(2);
        }
    }

    @Test
    void whatAThreadHasBlockedIsTakenByItsWait() {
        try (ChildJvm child = ChildJvm.of("await-blocked").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.lines()).contains("pending 1", "blocked [SIGQUIT, SIGUSR1]");
            assertThat(child.linesWith("event SIGUSR1 (10) cause=THREAD")).hasSize(1);
        }
    }

    @Test
    void theSignalThatSuspendsThreadsIsRefused() {
        try (ChildJvm child =
                ChildJvm.of("thread-refusals").arguments("SIGUSR2", "SIGUSR1").start()) {
            checkRefusals(child, "SIGUSR2");
        }
    }

    @Test
    void theSignalThatSuspendsThreadsMayBeAnother() {
        try (ChildJvm child = ChildJvm.of("thread-refusals")
                .environment("_JAVA_SR_SIGNUM", "23")
                .arguments("SIGURG", "SIGUSR2")
                .start()) {
            checkRefusals(child, "SIGURG");
        }
    }

    private static void checkRefusals(ChildJvm child, String suspend) {
        assertThat(child.exitCode()).as(child.toString()).isZero();
        assertThat(child.linesWith("suspend java.lang.UnsupportedOperationException: " + suspend))
                .hasSize(1);
        assertThat(child.linesWith("ended ")).singleElement().asString().contains("ESRCH");
        assertThat(child.linesWith("parent ")).singleElement().asString().contains("ESRCH");
        assertThat(child.linesWith("event ")).isEmpty();
    }

    @Test
    void aSignalInterruptsSystemCallsIfThatIsAskedFor() {
        try (ChildJvm child = ChildJvm.of("interrupt").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.lines())
                    .containsExactly("interrupt=true read=-4", "interrupt=false read=1", "interrupt=true read=-4");
        }
    }

    private static long bit(int signal) {
        return 1L << (signal - 1);
    }
}
