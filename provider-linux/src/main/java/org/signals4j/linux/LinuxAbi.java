/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import org.signals4j.SignalCause;
import org.signals4j.posix.CauseTable;
import org.signals4j.posix.Errno;
import org.signals4j.posix.PosixAbi;
import org.signals4j.posix.Sigaction;
import org.signals4j.posix.SigactionLayout;
import org.signals4j.posix.SiginfoLayout;

/** The numbers of Linux that glibc and musl have in common, on x86-64 and aarch64. */
final class LinuxAbi {

    static final PosixAbi POSIX = new PosixAbi(
            new SigactionLayout(152, 8, 8, 136),
            new SiginfoLayout(128, 0, 8, 16, 20, 24, 24),
            128, // sizeof(sigset_t)
            0x4, // SA_SIGINFO
            0x1000_0000, // SA_RESTART
            0x0800_0000, // SA_ONSTACK
            0x0400_0000, // SA_RESTORER
            0, // SIG_BLOCK
            1, // SIG_UNBLOCK
            2, // SIG_SETMASK
            0x22, // MAP_PRIVATE | MAP_ANONYMOUS
            0x800, // O_NONBLOCK
            Errno::linux,
            Sigaction.bit(LinuxSignals.ILL.number())
                    | Sigaction.bit(LinuxSignals.TRAP.number())
                    | Sigaction.bit(LinuxSignals.BUS.number())
                    | Sigaction.bit(LinuxSignals.FPE.number())
                    | Sigaction.bit(LinuxSignals.SEGV.number()));

    /** What a signalfd(2) yields. */
    static final SiginfoLayout SIGNALFD_SIGINFO = new SiginfoLayout(128, 0, 8, 12, 16, 40, 48);

    /** What rt_sigaction(2) takes, unlike sigaction(3). */
    static final SigactionLayout KERNEL_SIGACTION = new SigactionLayout(32, 24, 8, 8);

    /** The {@code sigsetsize} that rt_sigaction(2) asks for. */
    static final int KERNEL_SIGSET_SIZE = 8;

    /** O_CLOEXEC. */
    static final int CLOSE_ON_EXEC = 0x80000;

    /** The values of {@code si_code}; see sigaction(2). A poll code comes with whatever signal F_SETSIG names. */
    static final CauseTable CAUSES = new CauseTable(LinuxSignals.HIGHEST)
            .any(0, SignalCause.USER)
            .any(128, SignalCause.KERNEL)
            .any(-1, SignalCause.QUEUE)
            .any(-2, SignalCause.TIMER)
            .any(-3, SignalCause.MESSAGE_QUEUE)
            .any(-4, SignalCause.ASYNC_IO)
            .any(-5, SignalCause.SIGIO)
            .any(-6, SignalCause.THREAD)
            .any(-60, SignalCause.ASYNC_NAME_LOOKUP)
            .any(1, SignalCause.POLL_IN)
            .any(2, SignalCause.POLL_OUT)
            .any(3, SignalCause.POLL_MSG)
            .any(4, SignalCause.POLL_ERR)
            .any(5, SignalCause.POLL_PRI)
            .any(6, SignalCause.POLL_HUP)
            .of(
                    LinuxSignals.CHLD.number(),
                    SignalCause.CHILD_EXITED,
                    SignalCause.CHILD_KILLED,
                    SignalCause.CHILD_DUMPED,
                    SignalCause.CHILD_TRAPPED,
                    SignalCause.CHILD_STOPPED,
                    SignalCause.CHILD_CONTINUED)
            .faults(LinuxSignals.ILL.number(), 9)
            .faults(LinuxSignals.FPE.number(), 15)
            .faults(LinuxSignals.SEGV.number(), 10)
            .faults(LinuxSignals.BUS.number(), 5)
            .faults(LinuxSignals.TRAP.number(), 6)
            .faults(LinuxSignals.SYS.number(), 2);

    private LinuxAbi() {}
}
