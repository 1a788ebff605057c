/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import org.signals4j.IntervalTimer;
import org.signals4j.TimerSetting;

/** The interval timers; all of them count elapsed time. Its methods are called with the backend's lock. */
final class FakeTimers {

    /** Far enough from where {@link System#nanoTime} turns over. */
    private static final long LONGEST = Long.MAX_VALUE / 4;

    /** A timer that is armed. */
    private static final class Armed {

        long deadline;
        final long period;
        Future<?> expiration;

        Armed(long deadline, long period) {
            this.deadline = deadline;
            this.period = period;
        }
    }

    private final Lock lock;
    private final Consumer<IntervalTimer> expired;
    private final Map<IntervalTimer, Armed> armed = new EnumMap<>(IntervalTimer.class);
    private final ScheduledThreadPoolExecutor scheduler = new ScheduledThreadPoolExecutor(1, FakeTimers::thread);

    /**
     * Creates timers, none of them armed. The thread starts with the first, and ends by itself after the last.
     *
     * @param lock the backend's
     * @param expired called with the lock
     */
    FakeTimers(Lock lock, Consumer<IntervalTimer> expired) {
        this.lock = lock;
        this.expired = expired;
        scheduler.setRemoveOnCancelPolicy(true);
        scheduler.setKeepAliveTime(100, TimeUnit.MILLISECONDS);
        scheduler.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable loop) {
        Thread thread = new Thread(null, loop, "signals4j fake timers", 0, false);
        thread.setDaemon(true);
        return thread;
    }

    TimerSetting set(IntervalTimer timer, TimerSetting setting) {
        TimerSetting before = get(timer);
        disarm(timer);
        if (!setting.delay().isZero()) {
            long delay = nanos(setting.delay());
            arm(timer, new Armed(System.nanoTime() + delay, nanos(setting.period())));
        }
        return before;
    }

    TimerSetting get(IntervalTimer timer) {
        Armed now = armed.get(timer);
        if (now == null) {
            return TimerSetting.OFF;
        }
        long remaining = Math.max(1, now.deadline - System.nanoTime());
        return new TimerSetting(Duration.ofNanos(remaining), Duration.ofNanos(now.period));
    }

    /** Has a timer expire now; false if it is not armed. */
    boolean expire(IntervalTimer timer) {
        Armed now = armed.get(timer);
        if (now == null) {
            return false;
        }
        disarm(timer);
        if (now.period > 0) {
            arm(timer, new Armed(System.nanoTime() + now.period, now.period));
        }
        expired.accept(timer);
        return true;
    }

    void disarmAll() {
        for (IntervalTimer timer : IntervalTimer.values()) {
            disarm(timer);
        }
    }

    void close() {
        disarmAll();
        scheduler.shutdownNow();
    }

    private void disarm(IntervalTimer timer) {
        Armed before = armed.remove(timer);
        if (before != null) {
            before.expiration.cancel(false);
        }
    }

    private void arm(IntervalTimer timer, Armed now) {
        armed.put(timer, now);
        schedule(timer, now);
    }

    private void schedule(IntervalTimer timer, Armed now) {
        long delay = Math.max(0, now.deadline - System.nanoTime());
        now.expiration = scheduler.schedule(() -> due(timer, now), delay, TimeUnit.NANOSECONDS);
    }

    private void due(IntervalTimer timer, Armed now) {
        lock.lock();
        try {
            if (armed.get(timer) != now) {
                return;
            }
            long late = System.nanoTime() - now.deadline;
            if (late < 0) {
                schedule(timer, now);
            } else if (now.period == 0) {
                armed.remove(timer);
                expired.accept(timer);
            } else {
                // Periods that were missed are not made up for, as with a kernel's.
                now.deadline += (late / now.period + 1) * now.period;
                schedule(timer, now);
                expired.accept(timer);
            }
        } finally {
            lock.unlock();
        }
    }

    private static long nanos(Duration duration) {
        return Math.min(TimeUnit.NANOSECONDS.convert(duration), LONGEST);
    }
}
