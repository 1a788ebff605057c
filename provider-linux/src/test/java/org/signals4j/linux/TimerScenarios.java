/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.signals4j.linux.Scenarios.say;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.signals4j.IntervalTimer;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;
import org.signals4j.TimerSetting;

/** The interval timers. */
final class TimerScenarios {

    private TimerScenarios() {}

    /** Sets an alarm and cancels it; and times that are too short or too long for the system. */
    static void alarm(List<String> none) {
        Signals.handle(StandardSignal.SIGALRM, event -> say("event " + event));
        say("first " + Signals.alarm(Duration.ofSeconds(2)));
        say("left " + Signals.alarm(Duration.ZERO).toMillis());
        say("none " + Signals.alarm(Duration.ZERO));
        say("off " + Signals.timer(IntervalTimer.REAL).equals(TimerSetting.OFF));
        Duration day = Duration.ofDays(1).plusNanos(1);
        Signals.setTimer(IntervalTimer.REAL, day, Duration.ofNanos(1001));
        TimerSetting real = Signals.timer(IntervalTimer.REAL);
        say("day "
                + (real.delay().compareTo(Duration.ofHours(23)) > 0
                        && real.delay().compareTo(day) < 0) + " " + real.period());
        for (IntervalTimer timer : IntervalTimer.values()) {
            Duration ever = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
            Signals.setTimer(timer, ever, ever);
            TimerSetting set = Signals.setTimer(timer, Duration.ZERO, Duration.ZERO);
            say(timer + " " + (set.delay().toDays() > 36_500) + " "
                    + (set.period().toDays() > 36_500));
        }
    }

    /** A delay of a nanosecond is no cancellation. */
    static void shortest(List<String> none) throws Exception {
        for (IntervalTimer timer : IntervalTimer.values()) {
            try (var hold = Signals.hold(timer.signal())) {
                Signals.setTimer(timer, Duration.ofNanos(1), Duration.ZERO);
                burnUntil(() -> !Signals.pending().isEmpty());
                say("event " + Signals.await(hold.signals()).signal());
            }
        }
    }

    /** Fires periodically. Arguments: how often, the period in milliseconds. Says if it was ever early. */
    static void periodic(List<String> arguments) throws Exception {
        int times = Integer.parseInt(arguments.get(0));
        Duration period = Duration.ofMillis(Integer.parseInt(arguments.get(1)));
        BlockingQueue<Long> fired = new LinkedBlockingQueue<>();
        Signals.handle(StandardSignal.SIGALRM, event -> fired.add(System.nanoTime()));
        long start = System.nanoTime();
        Signals.setTimer(IntervalTimer.REAL, period, period);
        long early = 0;
        long latest = 0;
        for (int i = 1; i <= times; i++) {
            long late = fired.take() - start - i * period.toNanos();
            early += late < 0 ? 1 : 0;
            latest = Math.max(latest, late);
        }
        Signals.setTimer(IntervalTimer.REAL, Duration.ZERO, Duration.ZERO);
        say("fired " + times + " early " + early);
        say("latest by " + TimeUnit.NANOSECONDS.toMillis(latest) + " ms");
    }

    /**
     * Sets a timer that counts CPU time, idles, and then is busy until it has fired. Argument: which. The timer counts by
     * samples, and what the process is said to have used is exact: so the two need not agree to the last.
     */
    static void cpu(List<String> arguments) throws Exception {
        IntervalTimer timer = IntervalTimer.valueOf(arguments.get(0));
        Duration delay = Duration.ofMillis(300);
        BlockingQueue<Duration> fired = new LinkedBlockingQueue<>();
        Signals.handle(timer.signal(), event -> fired.add(cpuTime()));
        Duration start = cpuTime();
        Signals.setTimer(timer, delay, Duration.ZERO);
        Duration idle = fired.poll(2 * delay.toMillis(), TimeUnit.MILLISECONDS);
        boolean wasBusy = cpuTime().minus(start).compareTo(delay.dividedBy(2)) >= 0;
        say("idle " + (idle == null || wasBusy));
        burnUntil(() -> !fired.isEmpty());
        Duration used = fired.take().minus(start);
        say("busy " + (used.compareTo(delay.dividedBy(2)) >= 0) + " " + used);
    }

    private static Duration cpuTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow();
    }

    private static void burnUntil(Condition condition) {
        double sum = 0;
        while (!condition.holds()) {
            for (int i = 0; i < 100_000; i++) {
                sum += Math.sqrt(i + sum);
            }
        }
        if (sum < 0) {
            say("impossible"); // so that the loop is not optimised away
        }
    }

    interface Condition {
        boolean holds();
    }
}
