/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.signals4j.Signal;
import org.signals4j.spi.MaskChange;
import org.signals4j.spi.SignalSpec;

/**
 * The signal mask of the thread that calls, and what the kernel has pending for it. Signals that are not in the table,
 * such as those that libc keeps for itself, are neither shown nor blocked.
 *
 * <p>Safe for use by several threads.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/pthread_sigmask.html">POSIX
 *     pthread_sigmask</a>
 */
public final class ThreadMasks {

    private final LibC libc;
    private final PosixAbi abi;
    private final List<SignalSpec> table;
    private final NativeBuffer wanted;
    private final NativeBuffer answer;

    /**
     * Creates the access to the masks of all threads.
     *
     * @param libc how to call the system
     * @param abi the platform's numbers
     * @param table the platform's signals, in the order in which sets of them are to be
     */
    public ThreadMasks(LibC libc, PosixAbi abi, List<SignalSpec> table) {
        this.libc = libc;
        this.abi = abi;
        this.table = table;
        this.wanted = abi.sigset(0);
        this.answer = abi.sigset(0);
    }

    /**
     * Changes the mask of the calling thread. By {@code pthread_sigmask}: {@code sigprocmask} is undefined in a process
     * with several threads, and on macOS it concerns all of them.
     *
     * @param how how
     * @param signals which signals
     * @return those signals that were blocked before, a new set
     * @throws org.signals4j.SignalException if the system refuses
     */
    public Set<Signal> change(MaskChange how, Set<Signal> signals) {
        long mask = 0;
        for (SignalSpec spec : table) {
            mask |= signals.contains(spec.signal()) ? Sigaction.bit(spec.number()) : 0;
        }
        synchronized (this) {
            wanted.bytes().putLong(0, mask);
            int errno = libc.pthread_sigmask(number(how), wanted.address(), answer.address());
            if (errno != 0) {
                throw abi.failure("pthread_sigmask(" + how + ", " + signals + ")", errno);
            }
            return read();
        }
    }

    /**
     * Returns what the kernel has for the calling thread or for the process and does not deliver.
     *
     * @return a new set
     * @throws org.signals4j.SignalException if the system refuses
     */
    public synchronized Set<Signal> pending() {
        if (libc.sigpending(answer.address()) != 0) {
            throw abi.failure("sigpending()", libc.errno());
        }
        return read();
    }

    private int number(MaskChange how) {
        return switch (how) {
            case BLOCK -> abi.sigBlock();
            case UNBLOCK -> abi.sigUnblock();
            case SET -> abi.sigSetmask();
        };
    }

    /** Only the lowest 8 bytes of the answer mean something. */
    private Set<Signal> read() {
        long mask = answer.bytes().getLong(0);
        Set<Signal> signals = new LinkedHashSet<>();
        for (SignalSpec spec : table) {
            if ((mask & Sigaction.bit(spec.number())) != 0) {
                signals.add(spec.signal());
            }
        }
        return signals;
    }
}
