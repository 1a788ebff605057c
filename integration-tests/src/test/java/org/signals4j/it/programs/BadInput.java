/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.programs;

import static org.signals4j.StandardSignal.SIGUSR1;

import java.io.BufferedReader;
import java.io.File;
import java.io.FileReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.signals4j.HandleOption;
import org.signals4j.PlatformSignal;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.SignalSystem;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;
import org.signals4j.SubscribeOption;

/**
 * Asks for all that has to be refused, prints what it is refused with, and then runs the program of module cli, whose
 * command {@code doctor} shows what that has left behind.
 */
public final class BadInput {

    private static final SignalHandler HANDLER = event -> {};

    private BadInput() {}

    public static void main(String... args) throws Exception {
        Signals.system(); // opening it may change something
        System.out.println(kernelState());
        refused("of null", () -> Signal.of(null));
        refused("lookup null", () -> Signals.lookup(null));
        refused("handle null", () -> Signals.handle(null, HANDLER));
        refused("handle with null", () -> Signals.handle(SIGUSR1, null));
        refused("handle with null option", () -> Signals.handle(SIGUSR1, HANDLER, (HandleOption) null));
        refused("subscribe null", () -> Signals.subscribe((Signal) null, event -> {}));
        refused("subscribe null among others", () -> Signals.subscribe(Arrays.asList(SIGUSR1, null), event -> {}));
        refused("subscribe with null", () -> Signals.subscribe(SIGUSR1, null));
        refused("subscribe with null option", () -> Signals.subscribe(SIGUSR1, event -> {}, (SubscribeOption) null));
        refused("subscribe nothing", () -> Signals.subscribe(List.of(), event -> {}));
        refused("of SIGFOO", () -> Signal.of("SIGFOO"));
        refused("of SIGTREM", () -> Signal.of("SIGTREM"));
        refused("of empty", () -> Signal.of(""));
        refused("lookup SIGFOO", () -> Signals.lookup("SIGFOO"));
        for (int number : new int[] {0, -1, 65, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            refused("lookup " + number, () -> Signals.lookup(number));
            refused("lookup '" + number + "'", () -> Signals.lookup(Integer.toString(number)));
        }
        refused("lookup SIGBREAK", () -> Signals.lookup("SIGBREAK"));
        refused("handle SIGBREAK", () -> Signals.handle(PlatformSignal.SIGBREAK, HANDLER));
        refused("subscribe SIGBREAK", () -> Signals.subscribe(PlatformSignal.SIGBREAK, event -> {}));
        refused(
                "subscribe SIGUSR1 and SIGBREAK",
                () -> Signals.subscribe(List.of(SIGUSR1, PlatformSignal.SIGBREAK), event -> {}));
        for (StandardSignal reserved : List.of(
                StandardSignal.SIGKILL,
                StandardSignal.SIGSTOP,
                StandardSignal.SIGSEGV,
                StandardSignal.SIGBUS,
                StandardSignal.SIGILL,
                StandardSignal.SIGFPE)) {
            refused("handle " + reserved, () -> Signals.handle(reserved, HANDLER, HandleOption.FORCE));
            refused("ignore " + reserved, () -> Signals.handle(reserved, SignalHandler.IGNORE));
            refused(
                    "subscribe SIGUSR1 and " + reserved,
                    () -> Signals.subscribe(List.of(SIGUSR1, reserved), event -> {}));
        }
        refused("ignore SIGCHLD", () -> Signals.handle(StandardSignal.SIGCHLD, SignalHandler.IGNORE));
        refused("reinstate what never was", () -> Signals.handle(SIGUSR1, SignalHandler.FOREIGN));
        refused("second open", SignalSystem::open);
        refused("second open of the same", () -> SignalSystem.open(Signals.provider()));
        System.out.println(kernelState());
        System.out.println("---");
        Class.forName("org.signals4j.cli.Main")
                .getMethod("main", String[].class)
                .invoke(null, (Object) args);
    }

    private static void refused(String what, Callable<?> call) {
        String answer;
        try {
            answer = "not refused: " + call.call();
        } catch (Exception refusal) {
            answer = refusal.getClass().getSimpleName() + ": " + refusal.getMessage();
        }
        System.out.println(what + " -> " + answer);
    }

    /** Which signals are ignored and caught, where the system tells. */
    private static String kernelState() throws IOException {
        File status = new File("/proc/self/status");
        if (!status.exists()) {
            return "unknown";
        }
        try (BufferedReader reader =
                new BufferedReader(new FileReader(status))) { // not NIO, which takes a signal itself
            return reader.lines()
                    .filter(line -> line.matches("Sig(Ign|Cgt):.*"))
                    .collect(Collectors.joining(" "));
        }
    }
}
