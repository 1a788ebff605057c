/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Holds, waiters, channels and the main thread with signals of the kernel: in child JVMs, which may end by them. */
class WaitingTest {

    @Test
    void noSignalIsMissedBetweenHoldAndWait() {
        LongRuns.rounds(2_000);
    }

    @Test
    void eachOfTwoWaitersGetsItsOwn() {
        try (ChildJvm child = ChildJvm.of("two-waiters").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.lines()).containsExactly("got SIGUSR1 SIGRTMIN+6", "got SIGUSR1 SIGRTMIN+6");
        }
    }

    @Test
    void aHeldStandardSignalMergesAndARealTimeOneDoesNot() {
        try (ChildJvm child = ChildJvm.of("held").start()) {
            child.awaitLine("end");
            assertThat(child.lines())
                    .containsExactlyInAnyOrder(
                            "held 3", "left 0", "event SIGUSR1 2", "event SIGRTMIN+6 1", "event SIGRTMIN+6 1", "end");
            child.proceed();
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void aHeldSignalThatNobodyTakesHasItsDefault() {
        try (ChildJvm child = ChildJvm.of("held-default").start()) {
            assertThat(child.exitCode()).isEqualTo(128 + LinuxSignals.USR1.number());
            assertThat(child.lines()).containsExactly("held");
        }
    }

    @Test
    void aSelectorServesSocketsAndSignals() {
        try (ChildJvm child = ChildJvm.of("selector").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.lines())
                    .containsExactlyInAnyOrder("client", "client", "signal SIGUSR1", "signal SIGRTMIN+6");
        }
    }

    @Test
    void anAlarmEndsASlowOperation() {
        try (ChildJvm child = ChildJvm.of("timeout").arguments(2_000).start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.linesWith(
                            "elsewhere java.lang.IllegalStateException: handlers are bound to thread 'main'"))
                    .hasSize(1);
            assertThat(child.linesWith("after ")).containsExactly("after true too slow", "after true too slow");
            assertThat(child.linesWith("swallowed")).hasSize(1);
            assertThat(child.linesWith("interrupted ")).containsExactly("interrupted false", "interrupted false");
            assertThat(child.linesWith("millis "))
                    .allSatisfy(line ->
                            assertThat(Long.parseLong(line.substring(7))).isBetween(2_000L, 20_000L));
        }
    }
}
