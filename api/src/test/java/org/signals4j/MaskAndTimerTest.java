/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGKILL;
import static org.signals4j.StandardSignal.SIGSEGV;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.signals4j.spi.MaskChange;

class MaskAndTimerTest extends SystemFixture {

    @Test
    void eachChangeReturnsWhatWasBlockedBefore() {
        ThreadMask mask = system.threadMask();
        assertThat(mask.block(Set.of(SIGUSR1))).isEmpty();
        assertThat(mask.block(Set.of(SIGUSR2))).containsExactly(SIGUSR1);
        assertThat(mask.unblock(Set.of(SIGUSR1))).containsExactly(SIGUSR1, SIGUSR2);
        assertThat(mask.set(Set.of())).containsExactly(SIGUSR2);
        assertThat(mask.blocked()).isEmpty();
    }

    @Test
    void whatMustNotBeBlockedIsRefusedAndNothingChanges() {
        ThreadMask mask = system.threadMask();
        assertThatThrownBy(() -> mask.block(Set.of(SIGUSR1, SIGSEGV))).isInstanceOf(ReservedSignalException.class);
        assertThatThrownBy(() -> mask.set(Set.of(SIGKILL))).isInstanceOf(ReservedSignalException.class);
        assertThatThrownBy(() -> mask.block(Set.of(PlatformSignal.SIGBREAK)))
                .isInstanceOf(UnsupportedSignalException.class);
        assertThatThrownBy(() -> mask.block(null)).isInstanceOf(NullPointerException.class);
        assertThat(mask.blocked()).isEmpty();
        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void whatIsSupportedCanBeBlocked() {
        system.threadMask().block(system.supported());
        assertThat(system.threadMask().blocked()).isEqualTo(system.supported());
    }

    /** The JVM blocks a reserved signal on some of its threads: what was read must be accepted when handed back. */
    @Test
    void aReservedSignalThatIsBlockedAlreadyStaysSo() {
        backend.mask(MaskChange.SET, Set.of(SIGSEGV, SIGUSR1));
        Set<Signal> before = system.threadMask().set(Set.of(SIGUSR2));
        assertThat(system.threadMask().blocked()).containsExactlyInAnyOrder(SIGSEGV, SIGUSR2);
        system.threadMask().set(before);
        assertThat(system.threadMask().blocked()).containsExactlyInAnyOrder(SIGSEGV, SIGUSR1);
    }

    @Test
    void timersReturnWhatWasSetBefore() {
        assertThat(system.alarm(Duration.ofSeconds(2))).isEqualTo(Duration.ZERO);
        assertThat(system.timer(IntervalTimer.REAL)).isEqualTo(new TimerSetting(Duration.ofSeconds(2), Duration.ZERO));
        assertThat(system.alarm(Duration.ZERO)).isEqualTo(Duration.ofSeconds(2));
        assertThat(system.setTimer(IntervalTimer.PROF, Duration.ofNanos(1), Duration.ofMillis(5)))
                .isEqualTo(TimerSetting.OFF);
        assertThat(system.timer(IntervalTimer.PROF).period()).isEqualTo(Duration.ofMillis(5));
        assertThat(IntervalTimer.VIRTUAL.signal()).isEqualTo(StandardSignal.SIGVTALRM);
    }

    @Test
    void negativeTimesAreRefused() {
        Duration negative = Duration.ofNanos(-1);
        assertThatThrownBy(() -> system.alarm(negative)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.setTimer(IntervalTimer.REAL, Duration.ZERO, negative))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.setTimer(null, Duration.ZERO, Duration.ZERO))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.alarm(null)).isInstanceOf(NullPointerException.class);
        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void interruptingSystemCallsIsPassedOn() {
        system.siginterrupt(SIGUSR1, true);
        assertThat(backend.calls()).containsExactly("interrupt SIGUSR1 true");
        assertThatThrownBy(() -> system.siginterrupt(SIGSEGV, true)).isInstanceOf(ReservedSignalException.class);
    }

    @Test
    void whatThePlatformDoesNotHaveCannotBeUnblocked() {
        ThreadMask mask = system.threadMask();
        assertThatThrownBy(() -> mask.unblock(Set.of(PlatformSignal.SIGBREAK)))
                .isInstanceOf(UnsupportedSignalException.class);
        assertThatThrownBy(() -> mask.set(Set.of(PlatformSignal.SIGBREAK)))
                .isInstanceOf(UnsupportedSignalException.class);
        assertThat(backend.calls()).isEmpty();
    }
}
