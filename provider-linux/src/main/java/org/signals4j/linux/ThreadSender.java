/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import org.signals4j.posix.PosixAbi;
import org.signals4j.spi.SignalSpec;

/**
 * Sends signals to threads of this process, which the kernel knows by their {@code tid}. By system call, because musl
 * has no function for it. A real-time signal is refused with EAGAIN when the kernel's queue is full, as with
 * {@code sigqueue}.
 *
 * <p>Safe for use by several threads.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/tgkill.2.html">tgkill(2)</a>
 */
final class ThreadSender {

    private final LinuxLibC libc;
    private final PosixAbi abi;
    private final LinuxProcessor processor;
    private final int refused;

    /**
     * Creates a sender.
     *
     * @param libc how to call the system
     * @param abi the platform's numbers
     * @param processor has the numbers of the system calls
     * @param refused the signal that the JVM sends to its threads itself, and tells from others by that; 0 if none
     */
    ThreadSender(LinuxLibC libc, PosixAbi abi, LinuxProcessor processor, int refused) {
        this.libc = libc;
        this.abi = abi;
        this.processor = processor;
        this.refused = refused;
    }

    int current() {
        return (int) libc.syscall(processor.gettid(), 0, 0, 0, 0);
    }

    /** The process id in the call keeps it in this process, whatever has become of the thread. */
    void send(int thread, SignalSpec spec) {
        String name = spec.signal().name();
        if (spec.number() == refused) {
            throw new UnsupportedOperationException(name + " cannot be sent to a thread: the JVM suspends its threads"
                    + " with it and would take it for its own; send it to the process");
        }
        if (libc.syscall(processor.tgkill(), libc.getpid(), thread, spec.number(), 0) != 0) {
            throw abi.failure("tgkill(" + thread + ", " + name + ")", libc.errno());
        }
    }
}
