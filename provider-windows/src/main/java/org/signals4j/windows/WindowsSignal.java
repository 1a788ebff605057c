/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.util.List;
import java.util.stream.Stream;
import org.signals4j.DefaultAction;
import org.signals4j.PlatformSignal;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.spi.SignalSpec;

/**
 * The signals of the C runtime, by number.
 *
 * @see <a href="https://learn.microsoft.com/cpp/c-runtime-library/reference/raise">raise</a>
 */
enum WindowsSignal {
    INT(StandardSignal.SIGINT, 2, "Interrupt", Source.CONSOLE, "the JVM (shutdown)", null),
    ILL(StandardSignal.SIGILL, 4, "Illegal instruction", Source.CRT, "the JVM", Constants.FAULT),
    FPE(StandardSignal.SIGFPE, 8, "Floating point exception", Source.CRT_THREAD, null, null),
    SEGV(StandardSignal.SIGSEGV, 11, "Segmentation fault", Source.CRT, "the JVM", Constants.FAULT),
    TERM(StandardSignal.SIGTERM, 15, "Terminated", Source.CRT, "the JVM (shutdown)", null),
    BREAK(PlatformSignal.SIGBREAK, 21, "Break", Source.CONSOLE, "the JVM (thread dump)", null),
    ABRT(StandardSignal.SIGABRT, 22, "Aborted", Source.CRT, null, null);

    /** Where a signal is taken. */
    enum Source {
        /** By the console's control events alone. The runtime's table is the JVM's. */
        CONSOLE,
        /** In the runtime's table, of which there is one for the process. */
        CRT,
        /** In the runtime's table, of which there is one for each thread. */
        CRT_THREAD
    }

    private final SignalSpec spec;
    private final Source source;

    WindowsSignal(Signal signal, int number, String description, Source source, String owner, String refusal) {
        this.source = source;
        SignalSpec row = SignalSpec.free(signal, number, description, DefaultAction.TERMINATE);
        if (refusal != null) {
            row = row.reservedFor(owner, refusal);
        } else if (owner != null) {
            row = row.ownedBy(owner);
        }
        spec = row;
    }

    Signal signal() {
        return spec.signal();
    }

    int number() {
        return spec.number();
    }

    SignalSpec spec() {
        return spec;
    }

    Source source() {
        return source;
    }

    /** Whether an event of the console may mean it. */
    boolean isOfConsole() {
        return source == Source.CONSOLE || this == TERM;
    }

    static List<SignalSpec> specs() {
        return Stream.of(values()).map(WindowsSignal::spec).toList();
    }

    static WindowsSignal of(Signal signal) {
        return Stream.of(values())
                .filter(each -> each.signal().equals(signal))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the signal of a number, or of the number that the runtime gives it beside that. */
    static WindowsSignal of(int number) {
        int ours = number == Constants.ABRT_COMPAT ? ABRT.number() : number;
        return Stream.of(values())
                .filter(each -> each.number() == ours)
                .findFirst()
                .orElseThrow();
    }

    private static final class Constants {

        /** SIGABRT_COMPAT: whoever raises it has the handler of SIGABRT called, with this. */
        static final int ABRT_COMPAT = 6;

        static final String FAULT = "null checks, safepoints and arithmetic rest on it";
    }
}
