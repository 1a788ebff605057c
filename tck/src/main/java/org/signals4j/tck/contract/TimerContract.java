/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.IntervalTimer;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.StandardSignal;
import org.signals4j.TimerSetting;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Recorder;

/** Interval timers. */
@Needs(Capability.TIMERS)
class TimerContract extends InProcess {

    private static final Duration HOUR = Duration.ofHours(1);

    private Recorder handled() {
        Recorder handler = recorder();
        system.handle(StandardSignal.SIGALRM, handler);
        return handler;
    }

    /** Without a handler SIGALRM kills, also one that is on its way when the system is closed. */
    @AfterEach
    void disarm() {
        system.setTimer(IntervalTimer.REAL, Duration.ZERO, Duration.ZERO);
        system.handle(StandardSignal.SIGALRM, SignalHandler.IGNORE);
        Recorder sentinel = recorder();
        system.handle(first, sentinel);
        for (int i = 0; i < 3; i++) {
            cause(first);
            sentinel.next("an event after the timer was disarmed");
        }
    }

    @Test
    @Checks("TIM-1")
    void aTimerIsNeverEarly() {
        Recorder handler = handled();
        for (int millis : new int[] {1, 20, 60}) {
            long start = System.nanoTime();
            system.setTimer(IntervalTimer.REAL, Duration.ofMillis(millis), Duration.ZERO);
            handler.next("SIGALRM after " + millis + " ms");
            long took = System.nanoTime() - start;
            assertTrue(took >= millis * 1_000_000L, "SIGALRM came after " + took + " ns instead of " + millis + " ms");
        }
        assertEquals(TimerSetting.OFF, system.timer(IntervalTimer.REAL), "after the one expiration");
    }

    @Test
    @Checks("TIM-2")
    void whatRemainsIsTold() {
        handled();
        assertEquals(TimerSetting.OFF, system.setTimer(IntervalTimer.REAL, HOUR, Duration.ofMinutes(7)));
        TimerSetting remains = system.timer(IntervalTimer.REAL);
        assertTrue(remains.delay().compareTo(HOUR) <= 0, remains + " is more than what was set");
        assertTrue(remains.delay().compareTo(HOUR.minus(Duration.ofMinutes(10))) > 0, remains + " is far too little");
        assertEquals(Duration.ofMinutes(7), remains.period());
        TimerSetting before = system.setTimer(IntervalTimer.REAL, Duration.ZERO, Duration.ZERO);
        assertTrue(before.delay().compareTo(remains.delay()) <= 0, before + " is more than " + remains);
        assertEquals(TimerSetting.OFF, system.timer(IntervalTimer.REAL));
    }

    @Test
    @Checks("TIM-3")
    void aDelayOfZeroDisarms() throws InterruptedException {
        handled(); // so that it is taken at all times
        Duration delay = Duration.ofMillis(30);
        for (int attempt = 1; attempt <= 20; attempt++) {
            long start = System.nanoTime();
            system.setTimer(IntervalTimer.REAL, delay, delay);
            system.setTimer(IntervalTimer.REAL, Duration.ZERO, delay);
            boolean inTime = System.nanoTime() - start < delay.toNanos();
            assertEquals(Duration.ZERO, system.timer(IntervalTimer.REAL).delay());
            Optional<SignalEvent> late = alarmWithin(100);
            if (inTime) {
                assertEquals(Optional.empty(), late, "SIGALRM of a timer that was disarmed before its delay was over");
                return;
            }
            while (late.isPresent()) { // it may have fired before
                late = alarmWithin(100);
            }
        }
        Assumptions.abort("not applicable: this machine is too busy to disarm a timer within " + delay);
    }

    private Optional<SignalEvent> alarmWithin(int millis) throws InterruptedException {
        return system.await(Set.of(StandardSignal.SIGALRM), Duration.ofMillis(millis));
    }

    @Test
    @Checks("TIM-4")
    void aPeriodRepeatsAndIsNeverEarly() {
        Recorder handler = handled();
        long start = System.nanoTime();
        system.setTimer(IntervalTimer.REAL, Duration.ofMillis(30), Duration.ofMillis(10));
        for (int n = 1; n <= 8; n++) {
            long arrivals = handler.awaitCount(n, "expirations");
            long took = System.nanoTime() - start;
            long least = (30 + (arrivals - 1) * 10) * 1_000_000L;
            assertTrue(took >= least, arrivals + " expirations after " + took + " ns");
        }
    }

    @Test
    @Checks("TIM-5")
    void aTinyDelayOrPeriodIsNotZero() {
        Recorder handler = handled();
        system.setTimer(IntervalTimer.REAL, Duration.ofNanos(1), Duration.ZERO);
        handler.next("SIGALRM after a nanosecond");
        // It is not waited for here: so many are on their way then that some may come when the system is closed.
        system.setTimer(IntervalTimer.REAL, HOUR, Duration.ofNanos(1));
        Duration period = system.timer(IntervalTimer.REAL).period();
        assertTrue(period.compareTo(Duration.ZERO) > 0, "a period of a nanosecond has become " + period);
    }

    @Test
    @Checks("TIM-6")
    void anAlarmTellsWhatRemainedOfTheLast() {
        Recorder handler = handled();
        assertEquals(Duration.ZERO, system.alarm(HOUR));
        Duration remained = system.alarm(Duration.ofMillis(20));
        assertTrue(
                remained.compareTo(HOUR) <= 0 && remained.compareTo(HOUR.minusMinutes(10)) > 0, "remained " + remained);
        handler.next("SIGALRM of the second alarm");
        system.alarm(HOUR);
        assertTrue(system.alarm(Duration.ZERO).compareTo(Duration.ZERO) > 0);
        assertEquals(TimerSetting.OFF, system.timer(IntervalTimer.REAL));
    }

    @Test
    @Checks("TIM-8")
    void aNegativeTimeIsRefused() {
        handled();
        system.setTimer(IntervalTimer.REAL, HOUR, Duration.ZERO);
        Duration negative = Duration.ofNanos(-1);
        assertThrows(
                IllegalArgumentException.class, () -> system.setTimer(IntervalTimer.REAL, negative, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> system.setTimer(IntervalTimer.REAL, HOUR, negative));
        assertThrows(IllegalArgumentException.class, () -> system.alarm(negative));
        assertTrue(system.timer(IntervalTimer.REAL).delay().compareTo(Duration.ofMinutes(50)) > 0, "it is still armed");
    }
}
