/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * The three interval timers of a process. Python: {@code signal.ITIMER_REAL}, {@code ITIMER_VIRTUAL},
 * {@code ITIMER_PROF}.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/setitimer.2.html">setitimer(2)</a>
 * @since 0.1
 */
public enum IntervalTimer {
    /** Counts real time; {@link Signals#alarm} sets this one too. */
    REAL(StandardSignal.SIGALRM),
    /** Counts the CPU time that all threads of the process spend in user code. */
    VIRTUAL(StandardSignal.SIGVTALRM),
    /** Counts the CPU time that all threads of the process spend, in user code and in the kernel. */
    PROF(StandardSignal.SIGPROF);

    private final StandardSignal signal;

    IntervalTimer(StandardSignal signal) {
        this.signal = signal;
    }

    /**
     * Returns the signal that the timer sends when it expires.
     *
     * @return SIGALRM, SIGVTALRM or SIGPROF
     */
    public Signal signal() {
        return signal;
    }
}
