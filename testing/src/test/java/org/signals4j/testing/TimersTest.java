/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.signals4j.StandardSignal.SIGALRM;
import static org.signals4j.StandardSignal.SIGPROF;
import static org.signals4j.StandardSignal.SIGVTALRM;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signals4j.IntervalTimer;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import org.signals4j.Signals;
import org.signals4j.SubscribeOption;
import org.signals4j.TimerSetting;

/** Timers count elapsed time, or are told that it has elapsed. */
class TimersTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Duration HOUR = Duration.ofHours(1);

    private record Expired(Signal signal, long nanos) {}

    private final List<Expired> expired = new CopyOnWriteArrayList<>();
    private final List<SignalEvent> events = new CopyOnWriteArrayList<>();
    private final FakeSignals fake = FakeSignals.open();

    @BeforeEach
    void subscribe() {
        Signals.subscribe(
                List.of(SIGALRM, SIGVTALRM, SIGPROF),
                event -> {
                    expired.add(new Expired(event.signal(), System.nanoTime()));
                    events.add(event);
                },
                SubscribeOption.CANCEL_DEFAULT);
    }

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void aTimerExpiresInTimeAndOnce() {
        Duration delay = Duration.ofMillis(40);
        long start = System.nanoTime();
        Signals.setTimer(IntervalTimer.REAL, delay, Duration.ZERO);
        await().atMost(SOON).until(() -> !expired.isEmpty());
        assertThat(expired.get(0).nanos() - start).isGreaterThanOrEqualTo(delay.toNanos());
        assertThat(events).singleElement().satisfies(event -> {
            assertThat(event.signal()).isEqualTo(SIGALRM);
            assertThat(event.cause()).isEqualTo(SignalCause.KERNEL);
            assertThat(event.pid()).isEmpty();
        });
        assertThat(Signals.timer(IntervalTimer.REAL)).isEqualTo(TimerSetting.OFF);
    }

    @Test
    void aPeriodRepeatsAndIsNeverEarly() {
        Duration delay = Duration.ofMillis(30);
        Duration period = Duration.ofMillis(20);
        long start = System.nanoTime();
        Signals.setTimer(IntervalTimer.REAL, delay, period);
        await().atMost(SOON).until(() -> expired.size() >= 4);
        for (int n = 0; n < 4; n++) {
            assertThat(expired.get(n).nanos() - start).isGreaterThanOrEqualTo(delay.toNanos() + n * period.toNanos());
        }
        TimerSetting last = Signals.setTimer(IntervalTimer.REAL, Duration.ZERO, period);
        assertThat(last.period()).isEqualTo(period);
        assertThat(last.delay()).isPositive().isLessThanOrEqualTo(period);
        assertThat(Signals.timer(IntervalTimer.REAL)).isEqualTo(TimerSetting.OFF);
    }

    @Test
    void whatRemainsIsReturned() {
        assertThat(Signals.setTimer(IntervalTimer.REAL, HOUR, Duration.ofMinutes(1)))
                .isEqualTo(TimerSetting.OFF);
        TimerSetting now = Signals.timer(IntervalTimer.REAL);
        assertThat(now.delay()).isLessThanOrEqualTo(HOUR).isGreaterThan(HOUR.minusMinutes(5));
        assertThat(now.period()).isEqualTo(Duration.ofMinutes(1));
        TimerSetting before = Signals.setTimer(IntervalTimer.REAL, HOUR.multipliedBy(2), Duration.ZERO);
        assertThat(before.delay()).isPositive().isLessThanOrEqualTo(now.delay());
        assertThat(Signals.alarm(Duration.ZERO)).isPositive();
        assertThat(Signals.timer(IntervalTimer.REAL)).isEqualTo(TimerSetting.OFF);
    }

    @Test
    void theLongestAndTheShortestTimesAreAccepted() {
        Signals.setTimer(IntervalTimer.PROF, Duration.ofSeconds(Long.MAX_VALUE), Duration.ZERO);
        assertThat(Signals.timer(IntervalTimer.PROF).delay()).isGreaterThan(Duration.ofDays(365));
        Signals.setTimer(IntervalTimer.VIRTUAL, Duration.ofNanos(1), Duration.ZERO);
        await().atMost(SOON).until(() -> !expired.isEmpty());
        assertThat(expired).extracting(Expired::signal).containsExactly(SIGVTALRM);
    }

    @Test
    void eachTimerCanBeMadeToExpire() throws Exception {
        for (IntervalTimer timer : IntervalTimer.values()) {
            Signals.setTimer(timer, HOUR, timer == IntervalTimer.PROF ? HOUR : Duration.ZERO);
            fake.expire(timer);
        }
        fake.awaitIdle(SOON);
        assertThat(expired).extracting(Expired::signal).containsExactly(SIGALRM, SIGVTALRM, SIGPROF);
        assertThat(Signals.timer(IntervalTimer.REAL)).isEqualTo(TimerSetting.OFF);
        assertThat(Signals.timer(IntervalTimer.PROF).delay()).isPositive();
        assertThatThrownBy(() -> fake.expire(IntervalTimer.REAL))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("REAL");
    }

    @Test
    void closingDisarms() {
        Signals.setTimer(IntervalTimer.REAL, HOUR, HOUR);
        fake.close();
        assertThatThrownBy(() -> fake.expire(IntervalTimer.REAL)).isInstanceOf(IllegalStateException.class);
    }
}
