/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.signals4j.linux.LinuxSignals.BUS;
import static org.signals4j.linux.LinuxSignals.CHLD;
import static org.signals4j.linux.LinuxSignals.FPE;
import static org.signals4j.linux.LinuxSignals.HUP;
import static org.signals4j.linux.LinuxSignals.ILL;
import static org.signals4j.linux.LinuxSignals.INT;
import static org.signals4j.linux.LinuxSignals.KILL;
import static org.signals4j.linux.LinuxSignals.PIPE;
import static org.signals4j.linux.LinuxSignals.QUIT;
import static org.signals4j.linux.LinuxSignals.SEGV;
import static org.signals4j.linux.LinuxSignals.STOPPED;
import static org.signals4j.linux.LinuxSignals.TERM;
import static org.signals4j.linux.LinuxSignals.USR2;
import static org.signals4j.linux.LinuxSignals.XFSZ;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.signals4j.posix.NativeBuffer;
import org.signals4j.posix.Natives;
import org.signals4j.posix.Sigaction;
import org.signals4j.spi.SignalSpec;

/**
 * Which signals the JVM and the class library use in this process, found out once, before any of them is changed.
 *
 * <p>A handler is the JVM's if its code is in the same library as that of SIGSEGV, which the JVM cannot do without. The
 * JVM's {@code UserHandler}, which passes a signal on to Java code or to the JVM's shutdown, is the one that is
 * installed for SIGQUIT.
 */
final class JvmSignals {

    /** The environment variable by which HotSpot is told to use another signal than SIGUSR2. */
    private static final String SUSPEND_VARIABLE = "_JAVA_SR_SIGNUM";

    /** What libjsig, and nothing else, defines. */
    private static final String LIBJSIG_SYMBOL = "JVM_get_signal_action";

    private static final int DL_INFO_SIZE = 32;
    private static final int DL_INFO_BASE = 8;

    /** Who has a use for a signal, and what must not be done with it for that reason. */
    private record Use(Limit limit, String owner, String reason) {

        private enum Limit {
            NONE,
            NOT_IGNORABLE,
            RESERVED
        }

        static Use shared(String owner) {
            return new Use(Limit.NONE, owner, null);
        }

        static Use notIgnorable(String owner, String reason) {
            return new Use(Limit.NOT_IGNORABLE, owner, reason);
        }

        static Use reserved(String owner, String reason) {
            return new Use(Limit.RESERVED, owner, reason);
        }

        SignalSpec writtenInto(SignalSpec spec) {
            return switch (limit) {
                case NONE -> spec.ownedBy(owner);
                case NOT_IGNORABLE -> spec.notIgnorable(owner, reason);
                case RESERVED -> spec.reservedFor(owner, reason);
            };
        }
    }

    private static final Use FAULT = Use.reserved("the JVM", "null checks, safepoints and arithmetic rest on it");
    private static final Use UNCATCHABLE = Use.reserved("the kernel", "it can be neither caught nor ignored");
    private static final Use CHANNELS = Use.reserved(
            "the class library", "it interrupts threads that are blocked in input or output when a channel is closed");
    private static final Use CHILDREN = Use.notIgnorable(
            "the class library (Process)", "the kernel would drop the exit codes that Process.waitFor waits for");
    private static final Use SUSPEND = Use.notIgnorable(
            "the JVM (suspends threads for the flight recorder)", "the flight recorder could sample no thread");
    private static final Use BEHIND_LIBJSIG =
            Use.reserved("the JVM, with libjsig in front of it", "libjsig never passes this signal on to anybody else");
    private static final Use SHUTDOWN = Use.shared("the JVM (shutdown)");
    private static final Use DUMP = Use.shared("the JVM (thread dump, and tools that attach)");
    private static final Use SWALLOW = Use.shared("the JVM (swallows it, so that the write fails instead)");

    private final LinuxLibC libc;
    private final NativeBuffer dlInfo = NativeBuffer.allocate(DL_INFO_SIZE);
    private final long library;
    private final long userHandler;
    private final int suspendSignal;
    private final Sigaction suspendAction;
    private final Set<Integer> inheritedIgnores = new HashSet<>();
    private final boolean libjsig;
    private final Map<Integer, Use> uses = new HashMap<>();

    /**
     * Looks at the process.
     *
     * @param libc how to call the system
     * @param kernel what a signal does, asked of the kernel itself
     * @param rtmax SIGRTMAX
     */
    JvmSignals(LinuxLibC libc, IntFunction<Sigaction> kernel, int rtmax) {
        this.libc = libc;
        library = libraryOf(kernel.apply(SEGV.number()));
        Sigaction onQuit = kernel.apply(QUIT.number());
        userHandler = isJvms(onQuit) ? onQuit.handler() : 0;
        suspendSignal = suspendSignal(libc.getenv(SUSPEND_VARIABLE));
        suspendAction = kernel.apply(suspendSignal);
        libjsig = Natives.hasSymbol(LIBJSIG_SYMBOL);
        for (LinuxSignals each : EnumSet.of(HUP, INT, TERM)) {
            if (kernel.apply(each.number()).handler() == Sigaction.IGNORE) {
                inheritedIgnores.add(each.number());
            }
        }
        listUses(kernel, rtmax);
    }

    private void listUses(IntFunction<Sigaction> kernel, int rtmax) {
        use(FAULT, EnumSet.of(SEGV, BUS, ILL, FPE));
        use(UNCATCHABLE, EnumSet.of(KILL, STOPPED));
        use(CHILDREN, EnumSet.of(CHLD));
        uses.put(rtmax - 2, CHANNELS);
        // Under -Xrs, or where one was ignored at the start, the JVM does not have these.
        useIfInstalled(kernel, SHUTDOWN, EnumSet.of(HUP, INT, TERM));
        useIfInstalled(kernel, DUMP, EnumSet.of(QUIT));
        useIfInstalled(kernel, SWALLOW, EnumSet.of(PIPE, XFSZ));
        if (suspendAction.isCode()) {
            uses.put(suspendSignal, SUSPEND);
        }
        if (libjsig) {
            use(BEHIND_LIBJSIG, EnumSet.of(QUIT));
        }
    }

    private void use(Use use, Set<LinuxSignals> signals) {
        for (LinuxSignals each : signals) {
            uses.put(each.number(), use);
        }
    }

    private void useIfInstalled(IntFunction<Sigaction> kernel, Use use, Set<LinuxSignals> signals) {
        for (LinuxSignals each : signals) {
            if (isJvms(kernel.apply(each.number()))) {
                uses.put(each.number(), use);
            }
        }
    }

    /** Reads the variable as HotSpot does: what is no number above SIGSEGV does not count. */
    private static int suspendSignal(String variable) {
        int number = 0;
        if (variable != null) {
            try {
                number = Integer.parseInt(variable.strip());
            } catch (NumberFormatException notANumber) {
                // Then it does not count.
            }
        }
        return number > SEGV.number() && number <= LinuxSignals.HIGHEST ? number : USR2.number();
    }

    /** Where the library with the handler begins; 0 if there is none. */
    private synchronized long libraryOf(Sigaction action) {
        boolean found = action.isCode() && libc.dladdr(action.handler(), dlInfo.address()) != 0;
        return found ? dlInfo.bytes().getLong(DL_INFO_BASE) : 0;
    }

    /** Tells whether a handler is the JVM's. */
    boolean isJvms(Sigaction action) {
        return library != 0 && libraryOf(action) == library;
    }

    /** Tells whether a handler is {@code UserHandler}, which may be called like a function. Never so under -Xrs. */
    boolean isUserHandler(Sigaction action) {
        return userHandler != 0 && action.handler() == userHandler;
    }

    /** Tells whether a signal was ignored when we came, and is one for which that has to be respected. */
    boolean isInheritedIgnore(int signal) {
        return inheritedIgnores.contains(signal);
    }

    /** The signal that the JVM sends its own threads. */
    int suspendSignal() {
        return suspendSignal;
    }

    /** What the suspend signal did when we came. */
    Sigaction suspendAction() {
        return suspendAction;
    }

    /**
     * Tells whether libjsig is preloaded and keeps what one installs for a signal in its own table, from where the JVM's
     * handler calls it: then only libjsig knows the truth.
     */
    boolean isChained(int signal) {
        return libjsig && (signal == PIPE.number() || signal == XFSZ.number());
    }

    /** Writes into the row of a signal who has a use for it. */
    SignalSpec withUse(SignalSpec spec) {
        Use use = uses.get(spec.number());
        return use == null ? spec : use.writtenInto(spec);
    }
}
