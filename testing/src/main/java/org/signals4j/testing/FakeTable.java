/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import static org.signals4j.DefaultAction.CONTINUE;
import static org.signals4j.DefaultAction.CORE_DUMP;
import static org.signals4j.DefaultAction.IGNORE;
import static org.signals4j.DefaultAction.STOP;
import static org.signals4j.DefaultAction.TERMINATE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.signals4j.Capability;
import org.signals4j.DefaultAction;
import org.signals4j.Disposition;
import org.signals4j.PlatformSignal;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.spi.SignalSpec;

/** The signals of Linux on x86-64, and the uses that HotSpot has for them there. */
final class FakeTable {

    private static final int RTMIN = 34;
    private static final int RTMAX = 64;

    private static final String JVM = "the JVM";
    private static final String SHUTDOWN = "the JVM (shutdown)";
    private static final String SWALLOW = "the JVM (swallows it, so that the write fails instead)";
    private static final String FAULT = "null checks, safepoints and arithmetic rest on it";
    private static final String KERNEL = "the kernel";
    private static final String UNCATCHABLE = "it can be neither caught nor ignored";

    /** By number from 1. */
    private static final List<Row> STANDARD = List.of(
            new Row(StandardSignal.SIGHUP, "Hangup", TERMINATE),
            new Row(StandardSignal.SIGINT, "Interrupt", TERMINATE),
            new Row(StandardSignal.SIGQUIT, "Quit", CORE_DUMP),
            new Row(StandardSignal.SIGILL, "Illegal instruction", CORE_DUMP),
            new Row(StandardSignal.SIGTRAP, "Trace/breakpoint trap", CORE_DUMP),
            new Row(StandardSignal.SIGABRT, "Aborted", CORE_DUMP),
            new Row(StandardSignal.SIGBUS, "Bus error", CORE_DUMP),
            new Row(StandardSignal.SIGFPE, "Floating point exception", CORE_DUMP),
            new Row(StandardSignal.SIGKILL, "Killed", TERMINATE),
            new Row(StandardSignal.SIGUSR1, "User defined signal 1", TERMINATE),
            new Row(StandardSignal.SIGSEGV, "Segmentation fault", CORE_DUMP),
            new Row(StandardSignal.SIGUSR2, "User defined signal 2", TERMINATE),
            new Row(StandardSignal.SIGPIPE, "Broken pipe", TERMINATE),
            new Row(StandardSignal.SIGALRM, "Alarm clock", TERMINATE),
            new Row(StandardSignal.SIGTERM, "Terminated", TERMINATE),
            new Row(PlatformSignal.SIGSTKFLT, "Stack fault", TERMINATE),
            new Row(StandardSignal.SIGCHLD, "Child exited", IGNORE),
            new Row(StandardSignal.SIGCONT, "Continued", CONTINUE),
            new Row(StandardSignal.SIGSTOP, "Stopped (signal)", STOP),
            new Row(StandardSignal.SIGTSTP, "Stopped", STOP),
            new Row(StandardSignal.SIGTTIN, "Stopped (tty input)", STOP),
            new Row(StandardSignal.SIGTTOU, "Stopped (tty output)", STOP),
            new Row(StandardSignal.SIGURG, "Urgent I/O condition", IGNORE),
            new Row(StandardSignal.SIGXCPU, "CPU time limit exceeded", CORE_DUMP),
            new Row(StandardSignal.SIGXFSZ, "File size limit exceeded", CORE_DUMP),
            new Row(StandardSignal.SIGVTALRM, "Virtual timer expired", TERMINATE),
            new Row(StandardSignal.SIGPROF, "Profiling timer expired", TERMINATE),
            new Row(StandardSignal.SIGWINCH, "Window changed", IGNORE),
            new Row(StandardSignal.SIGIO, "I/O possible", TERMINATE),
            new Row(PlatformSignal.SIGPWR, "Power failure", TERMINATE),
            new Row(StandardSignal.SIGSYS, "Bad system call", CORE_DUMP));

    private record Row(Signal signal, String description, DefaultAction action) {}

    private final Map<Signal, SignalSpec> bySignal = new LinkedHashMap<>();
    private final List<SignalSpec> all;

    FakeTable(FakePlatform platform) {
        for (int i = 0; i < STANDARD.size(); i++) {
            Row row = STANDARD.get(i);
            SignalSpec free = SignalSpec.free(row.signal(), i + 1, row.description(), row.action());
            add(platform.start(row.signal()) == Disposition.DEFAULT ? withUse(free) : withoutHandler(free));
        }
        if (platform.capabilities().contains(Capability.REALTIME)) {
            for (int number = RTMIN; number <= RTMAX; number++) {
                int offset = number - RTMIN;
                SignalSpec free =
                        SignalSpec.free(new RealtimeSignal(offset), number, "Real-time signal " + offset, TERMINATE);
                add(number == RTMAX - 2 ? forChannels(free) : free);
            }
        }
        all = List.copyOf(bySignal.values());
    }

    private void add(SignalSpec spec) {
        bySignal.put(spec.signal(), spec);
    }

    private static SignalSpec withUse(SignalSpec spec) {
        if (!(spec.signal() instanceof StandardSignal signal)) {
            return spec;
        }
        return switch (signal) {
            case SIGSEGV, SIGBUS, SIGILL, SIGFPE -> spec.reservedFor(JVM, FAULT);
            case SIGKILL, SIGSTOP -> spec.reservedFor(KERNEL, UNCATCHABLE);
            case SIGCHLD ->
                spec.notIgnorable(
                        "the class library (Process)",
                        "the kernel would drop the exit codes that Process.waitFor waits for");
            case SIGUSR2 ->
                spec.notIgnorable(
                        "the JVM (suspends threads for the flight recorder)",
                        "the flight recorder could sample no thread");
            case SIGHUP, SIGINT, SIGTERM -> spec.ownedBy(SHUTDOWN);
            case SIGQUIT -> spec.ownedBy("the JVM (thread dump, and tools that attach)");
            case SIGPIPE, SIGXFSZ -> spec.ownedBy(SWALLOW);
            default -> spec;
        };
    }

    /** The JVM has no handler where something else was there first; what is reserved stays so. */
    private static SignalSpec withoutHandler(SignalSpec spec) {
        SignalSpec used = withUse(spec);
        return used.ignoreRefusal().isPresent() ? used : spec;
    }

    private static SignalSpec forChannels(SignalSpec spec) {
        return spec.reservedFor(
                "the class library",
                "it interrupts threads that are blocked in input or output when a channel is closed");
    }

    /** In the order of the numbers. */
    List<SignalSpec> all() {
        return all;
    }

    SignalSpec spec(Signal signal) {
        SignalSpec spec = bySignal.get(signal);
        if (spec == null) {
            throw new IllegalArgumentException("the fake platform has no " + signal.name());
        }
        return spec;
    }

    Signal signal(int number) {
        return all.stream()
                .filter(spec -> spec.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the fake platform has no signal " + number))
                .signal();
    }
}
