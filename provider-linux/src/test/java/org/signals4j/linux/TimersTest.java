/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signals4j.IntervalTimer;

/** The timers of a process, of which there is one of each: in child JVMs. */
class TimersTest {

    @Test
    void anAlarmThatIsCancelledSaysWhatWasLeft() {
        try (ChildJvm child = ChildJvm.of("alarm").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            String left = child.awaitLine("left ").substring("left ".length());
            assertThat(Long.parseLong(left)).isBetween(500L, 2000L);
            assertThat(child.lines())
                    .contains("first PT0S", "none PT0S", "off true", "day true PT0.000002S")
                    .contains("REAL true true", "VIRTUAL true true", "PROF true true");
            assertThat(child.linesWith("event ")).isEmpty();
        }
    }

    @Test
    void theShortestDelayIsNotRoundedToNone() {
        try (ChildJvm child = ChildJvm.of("shortest-timer").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.lines()).containsExactly("event SIGALRM", "event SIGVTALRM", "event SIGPROF");
        }
    }

    @Test
    void aPeriodicTimerIsNeverEarly() {
        try (ChildJvm child = ChildJvm.of("periodic-timer").arguments(10, 100).start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.lines()).contains("fired 10 early 0");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VIRTUAL", "PROF"})
    void aTimerOfCpuTimeFiresOnlyWhileItIsUsed(IntervalTimer timer) {
        assumeFalse(Emulated.BY_QEMU, "qemu's /proc/self/stat has no CPU times, so there is nothing to compare with");
        try (ChildJvm child = ChildJvm.of("cpu-timer").arguments(timer).start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.lines()).contains("idle true");
            assertThat(child.linesWith("busy true ")).hasSize(1);
        }
    }
}
