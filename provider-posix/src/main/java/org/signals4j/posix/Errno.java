/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.util.function.ToIntFunction;
import org.signals4j.SignalException;

/**
 * The error numbers that signal functions give, and what they mean there.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/errno.h.html">POSIX errno.h</a>
 */
public enum Errno {
    /** Not permitted. */
    EPERM(1, 1, "not permitted: the process belongs to another user, or the system's policy forbids it"),
    /** No such process. */
    ESRCH(3, 3, "there is no such process, group or thread"),
    /** Interrupted. */
    EINTR(4, 4, "interrupted by a signal"),
    /** Bad descriptor. */
    EBADF(9, 9, "a descriptor of ours was closed by somebody else"),
    /** Try again. */
    EAGAIN(11, 35, "the queue of signals is full (the limit is RLIMIT_SIGPENDING); try again later"),
    /** No memory. */
    ENOMEM(12, 12, "the system has no memory left"),
    /** Access denied. */
    EACCES(13, 13, "the system's policy forbids it"),
    /** Bad address. */
    EFAULT(14, 14, "bad address"),
    /** Invalid argument. */
    EINVAL(22, 22, "the system does not accept this signal or target here"),
    /** Too many files in the system. */
    ENFILE(23, 23, "too many files are open in the system"),
    /** Too many files in the process. */
    EMFILE(24, 24, "too many files are open in this process"),
    /** No such function. */
    ENOSYS(38, 78, "this kernel does not have it");

    private final int linux;
    private final int macos;
    private final String text;

    Errno(int linux, int macos, String text) {
        this.linux = linux;
        this.macos = macos;
        this.text = text;
    }

    /**
     * Returns the number on Linux.
     *
     * @return the number
     */
    public int linux() {
        return linux;
    }

    /**
     * Returns the number on macOS.
     *
     * @return the number
     */
    public int macos() {
        return macos;
    }

    static SignalException failure(String operation, int number, ToIntFunction<Errno> platform) {
        for (Errno each : values()) {
            if (platform.applyAsInt(each) == number) {
                return new SignalException(operation, number, each.name(), each.text);
            }
        }
        return new SignalException(operation, number, "errno " + number, "the system refused");
    }
}
