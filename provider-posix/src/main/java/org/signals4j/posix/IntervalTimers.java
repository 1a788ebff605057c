/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.signals4j.IntervalTimer;
import org.signals4j.TimerSetting;

/**
 * The interval timers of the process. The system counts in microseconds: a time is rounded up, so that a timer is never
 * early and a short time never means that it is off. Linux measures VIRTUAL and PROF by its own ticks, and adds one to
 * what was asked for, which shows in what remains.
 *
 * <p>Safe for use by several threads.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/setitimer.2.html">setitimer(2)</a>
 */
public final class IntervalTimers {

    /** {@code struct itimerval}: the period and then the delay, each of seconds and microseconds. */
    private static final int SIZE = 32;

    private static final int PERIOD = 0;
    private static final int DELAY = 16;
    private static final int MICROS = 8;

    private static final long NANOS_PER_MICRO = TimeUnit.MICROSECONDS.toNanos(1);
    private static final long MICROS_PER_SECOND = TimeUnit.SECONDS.toMicros(1);

    private final LibC libc;
    private final PosixAbi abi;
    private final long longest;

    /**
     * Creates the access to the timers.
     *
     * @param libc how to call the system
     * @param abi the platform's numbers
     * @param longest the longest time in seconds that the system can count; what is longer is taken for that
     */
    public IntervalTimers(LibC libc, PosixAbi abi, long longest) {
        this.libc = libc;
        this.abi = abi;
        this.longest = longest;
    }

    /**
     * Sets a timer.
     *
     * @param timer which
     * @param setting when it expires; a delay of zero disarms it, whatever the period
     * @return what was set before
     * @throws org.signals4j.SignalException if the system refuses
     */
    public TimerSetting set(IntervalTimer timer, TimerSetting setting) {
        NativeBuffer wanted = NativeBuffer.allocate(SIZE);
        NativeBuffer before = NativeBuffer.allocate(SIZE);
        write(setting.period(), wanted.bytes(), PERIOD);
        write(setting.delay(), wanted.bytes(), DELAY);
        if (libc.setitimer(number(timer), wanted.address(), before.address()) != 0) {
            throw abi.failure("setitimer(" + timer + ", " + setting + ")", libc.errno());
        }
        return read(before.bytes());
    }

    /**
     * Returns what is set for a timer.
     *
     * @param timer which
     * @return what remains
     * @throws org.signals4j.SignalException if the system refuses
     */
    public TimerSetting get(IntervalTimer timer) {
        NativeBuffer now = NativeBuffer.allocate(SIZE);
        if (libc.getitimer(number(timer), now.address()) != 0) {
            throw abi.failure("getitimer(" + timer + ")", libc.errno());
        }
        return read(now.bytes());
    }

    /** ITIMER_REAL, ITIMER_VIRTUAL and ITIMER_PROF: the same numbers everywhere. */
    private static int number(IntervalTimer timer) {
        return switch (timer) {
            case REAL -> 0;
            case VIRTUAL -> 1;
            case PROF -> 2;
        };
    }

    private void write(Duration time, ByteBuffer struct, int at) {
        long seconds = time.getSeconds();
        long micros = (time.getNano() + NANOS_PER_MICRO - 1) / NANOS_PER_MICRO;
        if (seconds >= longest) {
            seconds = longest;
            micros = 0;
        } else if (micros == MICROS_PER_SECOND) {
            seconds++;
            micros = 0;
        }
        struct.putLong(at, seconds).putLong(at + MICROS, micros);
    }

    private static TimerSetting read(ByteBuffer struct) {
        return new TimerSetting(time(struct, DELAY), time(struct, PERIOD));
    }

    /** The microseconds have 4 bytes on macOS, and padding; on Linux the other 4 are zero. */
    private static Duration time(ByteBuffer struct, int at) {
        return Duration.ofSeconds(struct.getLong(at), TimeUnit.MICROSECONDS.toNanos(struct.getInt(at + MICROS)));
    }
}
