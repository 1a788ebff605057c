/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import static java.util.Map.entry;
import static org.signals4j.DefaultAction.CONTINUE;
import static org.signals4j.DefaultAction.CORE_DUMP;
import static org.signals4j.DefaultAction.IGNORE;
import static org.signals4j.DefaultAction.STOP;
import static org.signals4j.DefaultAction.TERMINATE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.signals4j.DefaultAction;
import org.signals4j.PlatformSignal;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.spi.SignalSpec;

/**
 * What is known of each signal that {@code sun.misc.Signal} can name. Whether a platform has it, and its number, the JDK
 * says. The texts are glibc's.
 */
final class SignalTable {

    private record Row(Signal signal, DefaultAction action, String description) {}

    private static final List<Row> ROWS = List.of(
            new Row(StandardSignal.SIGHUP, TERMINATE, "Hangup"),
            new Row(StandardSignal.SIGINT, TERMINATE, "Interrupt"),
            new Row(StandardSignal.SIGQUIT, CORE_DUMP, "Quit"),
            new Row(StandardSignal.SIGILL, CORE_DUMP, "Illegal instruction"),
            new Row(StandardSignal.SIGTRAP, CORE_DUMP, "Trace/breakpoint trap"),
            new Row(StandardSignal.SIGABRT, CORE_DUMP, "Aborted"),
            new Row(StandardSignal.SIGBUS, CORE_DUMP, "Bus error"),
            new Row(StandardSignal.SIGFPE, CORE_DUMP, "Floating point exception"),
            new Row(StandardSignal.SIGKILL, TERMINATE, "Killed"),
            new Row(StandardSignal.SIGUSR1, TERMINATE, "User defined signal 1"),
            new Row(StandardSignal.SIGSEGV, CORE_DUMP, "Segmentation fault"),
            new Row(StandardSignal.SIGUSR2, TERMINATE, "User defined signal 2"),
            new Row(StandardSignal.SIGPIPE, TERMINATE, "Broken pipe"),
            new Row(StandardSignal.SIGALRM, TERMINATE, "Alarm clock"),
            new Row(StandardSignal.SIGTERM, TERMINATE, "Terminated"),
            new Row(StandardSignal.SIGCHLD, IGNORE, "Child exited"),
            new Row(StandardSignal.SIGCONT, CONTINUE, "Continued"),
            new Row(StandardSignal.SIGSTOP, STOP, "Stopped (signal)"),
            new Row(StandardSignal.SIGTSTP, STOP, "Stopped"),
            new Row(StandardSignal.SIGTTIN, STOP, "Stopped (tty input)"),
            new Row(StandardSignal.SIGTTOU, STOP, "Stopped (tty output)"),
            new Row(StandardSignal.SIGURG, IGNORE, "Urgent I/O condition"),
            new Row(StandardSignal.SIGXCPU, CORE_DUMP, "CPU time limit exceeded"),
            new Row(StandardSignal.SIGXFSZ, CORE_DUMP, "File size limit exceeded"),
            new Row(StandardSignal.SIGVTALRM, TERMINATE, "Virtual timer expired"),
            new Row(StandardSignal.SIGPROF, TERMINATE, "Profiling timer expired"),
            new Row(StandardSignal.SIGWINCH, IGNORE, "Window changed"),
            new Row(StandardSignal.SIGIO, TERMINATE, "I/O possible"),
            new Row(StandardSignal.SIGSYS, CORE_DUMP, "Bad system call"),
            new Row(PlatformSignal.SIGSTKFLT, TERMINATE, "Stack fault"),
            new Row(PlatformSignal.SIGPWR, TERMINATE, "Power failure"),
            new Row(PlatformSignal.SIGEMT, CORE_DUMP, "EMT trap"),
            new Row(PlatformSignal.SIGINFO, IGNORE, "Information request"),
            new Row(PlatformSignal.SIGBREAK, TERMINATE, "Break"));

    /** Where an operating system, by its {@code os.name}, has another default action. */
    private static final Map<String, Map<Signal, DefaultAction>> ACTIONS_OF = Map.of(
            "Mac OS X",
            Map.of(
                    StandardSignal.SIGIO, IGNORE,
                    StandardSignal.SIGXCPU, TERMINATE,
                    StandardSignal.SIGXFSZ, TERMINATE));

    private static final UnaryOperator<SignalSpec> SHUTS_DOWN = spec -> spec.ownedBy("the JVM (shutdown)");
    private static final UnaryOperator<SignalSpec> FAILS_WRITES =
            spec -> spec.ownedBy("the JVM (swallows it, so that a write fails instead)");
    private static final UnaryOperator<SignalSpec> FAULT =
            spec -> spec.reservedFor("the JVM", "compiled code runs into it as a matter of course");
    private static final UnaryOperator<SignalSpec> THREAD_DUMP =
            spec -> spec.reservedFor("the JVM", "it prints thread dumps and lets tools attach");
    private static final UnaryOperator<SignalSpec> UNCATCHABLE =
            spec -> spec.reservedFor("the kernel", "it can be neither caught nor ignored");
    private static final UnaryOperator<SignalSpec> CHILDREN = spec ->
            spec.notIgnorable("the class library (child processes)", "every child would seem to end with exit value 0");
    private static final UnaryOperator<SignalSpec> UNBLOCKS_IO = spec -> spec.reservedFor(
            "the class library", "closing a channel interrupts threads that are blocked on it by this");
    private static final UnaryOperator<SignalSpec> SUSPENDS = spec -> spec.reservedFor(
            "HotSpot (thread sampler)",
            "Flight Recorder would stop working; the provider linux can share it, sun.misc.Signal cannot");

    private static final Map<Signal, UnaryOperator<SignalSpec>> CLAIMS = Map.ofEntries(
            entry(StandardSignal.SIGHUP, SHUTS_DOWN),
            entry(StandardSignal.SIGINT, SHUTS_DOWN),
            entry(StandardSignal.SIGTERM, SHUTS_DOWN),
            entry(StandardSignal.SIGPIPE, FAILS_WRITES),
            entry(StandardSignal.SIGXFSZ, FAILS_WRITES),
            entry(StandardSignal.SIGSEGV, FAULT),
            entry(StandardSignal.SIGBUS, FAULT),
            entry(StandardSignal.SIGILL, FAULT),
            entry(StandardSignal.SIGFPE, FAULT),
            entry(StandardSignal.SIGQUIT, THREAD_DUMP),
            entry(PlatformSignal.SIGBREAK, THREAD_DUMP),
            entry(StandardSignal.SIGKILL, UNCATCHABLE),
            entry(StandardSignal.SIGSTOP, UNCATCHABLE),
            entry(StandardSignal.SIGCHLD, CHILDREN));

    /** What is claimed only with some {@code os.name} or {@code os.arch}. */
    private static final Map<String, Map<Signal, UnaryOperator<SignalSpec>>> CLAIMS_OF = Map.of(
            "Mac OS X", Map.of(StandardSignal.SIGIO, UNBLOCKS_IO),
            "ppc64", Map.of(StandardSignal.SIGTRAP, FAULT),
            "ppc64le", Map.of(StandardSignal.SIGTRAP, FAULT));

    private SignalTable() {}

    /** The rows of this process, in the order of the numbers. */
    static List<SignalSpec> create() {
        return create(
                System.getProperty("os.name"),
                System.getProperty("os.arch"),
                environment("_JAVA_SR_SIGNUM"),
                SignalTable::numberHere);
    }

    /**
     * Makes the rows of a platform.
     *
     * @param suspendSignal the number that the user has chosen for HotSpot's thread sampler, or null
     * @param numbers gives each signal's number; empty if the platform does not have it
     */
    static List<SignalSpec> create(
            String os, String arch, String suspendSignal, Function<Signal, OptionalInt> numbers) {
        Map<Signal, UnaryOperator<SignalSpec>> claims = new HashMap<>(CLAIMS);
        claims.putAll(CLAIMS_OF.getOrDefault(os, Map.of()));
        claims.putAll(CLAIMS_OF.getOrDefault(arch, Map.of()));
        Map<Signal, DefaultAction> actions = ACTIONS_OF.getOrDefault(os, Map.of());
        int suspend = suspendNumber(suspendSignal, numbers);
        List<SignalSpec> specs = new ArrayList<>();
        for (Row row : ROWS) {
            numbers.apply(row.signal()).ifPresent(number -> {
                DefaultAction action = actions.getOrDefault(row.signal(), row.action());
                SignalSpec spec = SignalSpec.free(row.signal(), number, row.description(), action);
                UnaryOperator<SignalSpec> claim =
                        number == suspend ? SUSPENDS : claims.getOrDefault(row.signal(), UnaryOperator.identity());
                specs.add(claim.apply(spec));
            });
        }
        specs.sort(Comparator.comparingInt(SignalSpec::number));
        return List.copyOf(specs);
    }

    /** HotSpot takes the number from its environment if it is beyond SIGSEGV and SIGBUS, else it is SIGUSR2. */
    private static int suspendNumber(String chosen, Function<Signal, OptionalInt> numbers) {
        int least = Math.max(
                numbers.apply(StandardSignal.SIGSEGV).orElse(0),
                numbers.apply(StandardSignal.SIGBUS).orElse(0));
        int usual = numbers.apply(StandardSignal.SIGUSR2).orElse(0);
        try {
            int number = chosen == null || usual == 0 ? usual : Integer.parseInt(chosen.strip());
            return number > least ? number : usual;
        } catch (NumberFormatException notOne) {
            return usual;
        }
    }

    /** Asks {@link System#getenv} last: from JDK 21 on its first call resets SIGCHLD to the system's default. */
    private static String environment(String name) {
        try {
            String all = Files.readString(Path.of("/proc/self/environ"), StandardCharsets.ISO_8859_1);
            return Arrays.stream(all.split("\0"))
                    .filter(entry -> entry.startsWith(name + "="))
                    .map(entry -> entry.substring(name.length() + 1))
                    .findFirst()
                    .orElse(null);
        } catch (IOException noProcFiles) {
            return System.getenv(name);
        }
    }

    private static OptionalInt numberHere(Signal signal) {
        return JvmSignal.of(jvmName(signal))
                .map(jvm -> OptionalInt.of(jvm.number()))
                .orElse(OptionalInt.empty());
    }

    /** The name without its prefix, which is what {@code sun.misc.Signal} wants. */
    static String jvmName(Signal signal) {
        return signal.name().substring("SIG".length());
    }
}
