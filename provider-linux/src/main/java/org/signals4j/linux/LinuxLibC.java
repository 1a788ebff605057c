/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import org.signals4j.posix.LibC;

/** What the libcs of Linux, glibc and musl, have besides POSIX. */
interface LinuxLibC extends LibC {

    /** Makes a system call for which some libcs have no function; see syscall(2). */
    long syscall(long number, long a, long b, long c, long d);

    /** Makes a pipe, with flags for both ends; see pipe2(2). */
    int pipe2(long fds, int flags);

    /** Queues a signal with a value; {@code union sigval} is passed like an integer. See sigqueue(3). */
    int sigqueue(int pid, int signal, long value);

    /** Makes a descriptor that yields pending signals, or changes which; see signalfd(2). */
    int signalfd(int fd, long mask, int flags);

    /** SIGRTMIN, above what libc keeps for itself. */
    int __libc_current_sigrtmin();

    /** SIGRTMAX. */
    int __libc_current_sigrtmax();
}
