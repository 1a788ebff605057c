/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.signals4j.DefaultAction.CONTINUE;
import static org.signals4j.DefaultAction.CORE_DUMP;
import static org.signals4j.DefaultAction.IGNORE;
import static org.signals4j.DefaultAction.STOP;
import static org.signals4j.DefaultAction.TERMINATE;

import java.util.ArrayList;
import java.util.List;
import org.signals4j.DefaultAction;
import org.signals4j.PlatformSignal;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.spi.SignalSpec;

/**
 * The signals of Linux on x86-64, aarch64 and most other processors, by number from 1, with the texts of glibc (those of
 * musl differ for SIGFPE and SIGCHLD). See signal(7).
 */
enum LinuxSignals {
    HUP(StandardSignal.SIGHUP, "Hangup", TERMINATE),
    INT(StandardSignal.SIGINT, "Interrupt", TERMINATE),
    QUIT(StandardSignal.SIGQUIT, "Quit", CORE_DUMP),
    ILL(StandardSignal.SIGILL, "Illegal instruction", CORE_DUMP),
    TRAP(StandardSignal.SIGTRAP, "Trace/breakpoint trap", CORE_DUMP),
    ABRT(StandardSignal.SIGABRT, "Aborted", CORE_DUMP),
    BUS(StandardSignal.SIGBUS, "Bus error", CORE_DUMP),
    FPE(StandardSignal.SIGFPE, "Floating point exception", CORE_DUMP),
    KILL(StandardSignal.SIGKILL, "Killed", TERMINATE),
    USR1(StandardSignal.SIGUSR1, "User defined signal 1", TERMINATE),
    SEGV(StandardSignal.SIGSEGV, "Segmentation fault", CORE_DUMP),
    USR2(StandardSignal.SIGUSR2, "User defined signal 2", TERMINATE),
    PIPE(StandardSignal.SIGPIPE, "Broken pipe", TERMINATE),
    ALRM(StandardSignal.SIGALRM, "Alarm clock", TERMINATE),
    TERM(StandardSignal.SIGTERM, "Terminated", TERMINATE),
    STKFLT(PlatformSignal.SIGSTKFLT, "Stack fault", TERMINATE),
    CHLD(StandardSignal.SIGCHLD, "Child exited", IGNORE),
    CONT(StandardSignal.SIGCONT, "Continued", CONTINUE),
    STOPPED(StandardSignal.SIGSTOP, "Stopped (signal)", STOP),
    TSTP(StandardSignal.SIGTSTP, "Stopped", STOP),
    TTIN(StandardSignal.SIGTTIN, "Stopped (tty input)", STOP),
    TTOU(StandardSignal.SIGTTOU, "Stopped (tty output)", STOP),
    URG(StandardSignal.SIGURG, "Urgent I/O condition", IGNORE),
    XCPU(StandardSignal.SIGXCPU, "CPU time limit exceeded", CORE_DUMP),
    XFSZ(StandardSignal.SIGXFSZ, "File size limit exceeded", CORE_DUMP),
    VTALRM(StandardSignal.SIGVTALRM, "Virtual timer expired", TERMINATE),
    PROF(StandardSignal.SIGPROF, "Profiling timer expired", TERMINATE),
    WINCH(StandardSignal.SIGWINCH, "Window changed", IGNORE),
    IO(StandardSignal.SIGIO, "I/O possible", TERMINATE),
    PWR(PlatformSignal.SIGPWR, "Power failure", TERMINATE),
    SYS(StandardSignal.SIGSYS, "Bad system call", CORE_DUMP);

    /** The highest number of a signal. */
    static final int HIGHEST = 64;

    private final Signal signal;
    private final String description;
    private final DefaultAction defaultAction;

    LinuxSignals(Signal signal, String description, DefaultAction defaultAction) {
        this.signal = signal;
        this.description = description;
        this.defaultAction = defaultAction;
    }

    int number() {
        return ordinal() + 1;
    }

    /** The rows of all signals, when nobody has a use for any. */
    static List<SignalSpec> all(int rtmin, int rtmax) {
        List<SignalSpec> all = new ArrayList<>();
        for (LinuxSignals each : values()) {
            all.add(SignalSpec.free(each.signal, each.number(), each.description, each.defaultAction));
        }
        for (int number = rtmin; number <= rtmax; number++) {
            int offset = number - rtmin;
            all.add(SignalSpec.free(new RealtimeSignal(offset), number, "Real-time signal " + offset, TERMINATE));
        }
        return all;
    }
}
