/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.util.Set;
import org.signals4j.RealtimeSignal;
import org.signals4j.SignalException;
import org.signals4j.posix.Errno;
import org.signals4j.posix.PosixAbi;
import org.signals4j.spi.SignalSpec;

/**
 * Sends signals. A real-time signal always goes out by {@code sigqueue}, with the value 0 if there is none: it fails
 * with EAGAIN when the kernel's queue is full, where {@code kill} would report success and send a signal that merges.
 *
 * <p>Safe for use by several threads.
 */
final class SignalSender {

    /** What pidfd_open(2) says where the kernel, or a filter in front of it, does not have it. */
    private static final Set<Errno> NO_PIDFD = Set.of(Errno.ENOSYS, Errno.EPERM);

    /** What it says when there are too many files; kill(2) needs none. */
    private static final Set<Errno> NO_FILE = Set.of(Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM);

    private final LinuxLibC libc;
    private final PosixAbi abi;
    private final Set<Integer> toProcessOnly;
    private volatile boolean pidfdIsMissing;

    /**
     * Creates a sender.
     *
     * @param libc how to call the system
     * @param abi the platform's numbers
     * @param toProcessOnly the standard signals that are not to be raised on the calling thread
     */
    SignalSender(LinuxLibC libc, PosixAbi abi, Set<Integer> toProcessOnly) {
        this.libc = libc;
        this.abi = abi;
        this.toProcessOnly = toProcessOnly;
    }

    void raise(SignalSpec spec) {
        if (isRealtime(spec)) {
            queue(libc.getpid(), spec, 0);
        } else if (toProcessOnly.contains(spec.number())) {
            kill(libc.getpid(), spec);
        } else if (libc.raise(spec.number()) != 0) {
            throw failure("raise(" + name(spec) + ")");
        }
    }

    void send(int pid, SignalSpec spec) {
        if (isRealtime(spec)) {
            queue(pid, spec, 0);
            return;
        }
        int fd = pidfdIsMissing ? -1 : (int) libc.syscall(LinuxProcessor.PIDFD_OPEN, pid, 0, 0, 0);
        if (fd >= 0) {
            sendByPidfd(fd, pid, spec);
            return;
        }
        if (!pidfdIsMissing) {
            int errno = libc.errno();
            pidfdIsMissing = isOneOf(NO_PIDFD, errno);
            if (!pidfdIsMissing && !isOneOf(NO_FILE, errno)) {
                throw abi.failure("pidfd_open(" + pid + ") for " + name(spec), errno);
            }
        }
        kill(pid, spec);
    }

    private void sendByPidfd(int fd, int pid, SignalSpec spec) {
        long result = libc.syscall(LinuxProcessor.PIDFD_SEND_SIGNAL, fd, spec.number(), 0, 0);
        int errno = libc.errno();
        libc.close(fd);
        if (result != 0) {
            throw abi.failure("pidfd_send_signal(" + pid + ", " + name(spec) + ")", errno);
        }
    }

    void sendToGroup(int group, SignalSpec spec) {
        if (libc.killpg(group, spec.number()) != 0) {
            throw failure("killpg(" + group + ", " + name(spec) + ")");
        }
    }

    /** Queues a signal; all 64 bits of the value arrive. */
    void queue(int pid, SignalSpec spec, long value) {
        if (libc.sigqueue(pid, spec.number(), value) != 0) {
            throw failure("sigqueue(" + pid + ", " + name(spec) + ", " + value + ")");
        }
    }

    private void kill(int pid, SignalSpec spec) {
        if (libc.kill(pid, spec.number()) != 0) {
            throw failure("kill(" + pid + ", " + name(spec) + ")");
        }
    }

    private SignalException failure(String operation) {
        return abi.failure(operation, libc.errno());
    }

    private static boolean isOneOf(Set<Errno> some, int errno) {
        return some.stream().anyMatch(each -> each.linux() == errno);
    }

    private static boolean isRealtime(SignalSpec spec) {
        return spec.signal() instanceof RealtimeSignal;
    }

    private static String name(SignalSpec spec) {
        return spec.signal().name();
    }
}
