/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.signals4j.StandardSignal.SIGCHLD;
import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGPIPE;
import static org.signals4j.StandardSignal.SIGPROF;
import static org.signals4j.StandardSignal.SIGTSTP;
import static org.signals4j.StandardSignal.SIGTTIN;
import static org.signals4j.StandardSignal.SIGTTOU;
import static org.signals4j.StandardSignal.SIGVTALRM;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.signals4j.Capability;
import org.signals4j.ForeignHandlerException;
import org.signals4j.HandleOption;
import org.signals4j.Signal;
import org.signals4j.SignalEvent;
import org.signals4j.SignalException;
import org.signals4j.SignalListener;
import org.signals4j.SignalSystem;
import org.signals4j.SubscribeOption;

/** One run of {@code watch}: takes the signals, prints what arrives, and knows when that was enough. */
final class Watch {

    /** Not watched unless asked for: the shell, the JVM and profilers need them to go their usual way. */
    private static final Set<Signal> NOT_BY_DEFAULT =
            Set.of(SIGPIPE, SIGTTIN, SIGTTOU, SIGTSTP, SIGCHLD, SIGPROF, SIGVTALRM);

    /** How long a second Ctrl+C waits for its own line to be printed, where the output is stuck. */
    private static final long STUCK_MILLIS = 1_000;

    private final SignalSystem system;
    private final EventPrinter printer;
    private final PrintWriter out;
    private final PrintWriter err;
    private final Long wantedCount;

    private final Tally tally = new Tally();
    private final DoubleInterrupt interrupts = new DoubleInterrupt();
    private final CompletableFuture<Integer> exitCode = new CompletableFuture<>();
    private boolean interruptExplained;

    /**
     * Creates a run.
     *
     * @param wantedCount how many arrivals are enough; null if no number is
     */
    Watch(SignalSystem system, EventPrinter printer, PrintWriter out, PrintWriter err, Long wantedCount) {
        this.system = system;
        this.printer = printer;
        this.out = out;
        this.err = err;
        this.wantedCount = wantedCount;
    }

    /**
     * Watches until the end.
     *
     * @param named the signals that the user has named; empty for the default ones
     * @param timeout when to end at the latest; null for never
     * @return the exit code
     */
    int run(Set<Signal> named, Duration timeout) {
        synchronized (this) { // what arrives early waits until the first line is out
            if (named.isEmpty()) {
                takeDefault();
            } else {
                take(named);
            }
            // Also for the ends that do not come by here: a signal that is not watched, and that ends the JVM.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> tally.printOnce(err), "signals4j summary"));
            printer.ready(ProcessHandle.current().pid(), system.provider());
            endIfOutputFails();
        }
        if (timeout != null) {
            exitCode.completeOnTimeout(
                    wantedCount == null ? ExitCodes.DONE : ExitCodes.INCOMPLETE,
                    TimeUnit.NANOSECONDS.convert(timeout),
                    TimeUnit.NANOSECONDS);
        }
        int code = exitCode.join();
        tally.printOnce(err);
        return code;
    }

    private void takeDefault() {
        Set<Signal> signals = new LinkedHashSet<>(system.supported());
        signals.removeAll(NOT_BY_DEFAULT);
        for (Signal signal : signals) {
            try {
                if (!subscribe(signal, this::onSignal)) {
                    note(signal.name()
                            + " stays ignored, as it was when this process was started (nohup, or '&' in a script)"
                            + (canOverride() ? "; name it to watch it all the same" : ""));
                }
            } catch (ForeignHandlerException | SignalException refused) {
                note(signal.name() + " is not watched: " + refused.getMessage());
            }
        }
        watchForStuckOutput(signals);
    }

    private void take(Set<Signal> signals) {
        SubscribeOption[] options =
                canOverride() ? new SubscribeOption[] {HandleOption.OVERRIDE_IGNORED} : new SubscribeOption[0];
        for (Signal signal : signals) {
            if (!subscribe(signal, this::onSignal, options)) {
                note(signal.name()
                        + " was ignored when this process was started (nohup, or '&' in a script), which provider '"
                        + system.provider() + "' cannot change; these can: " + Capability.OVERRIDE_IGNORED.providers());
            }
        }
        watchForStuckOutput(signals);
    }

    private boolean canOverride() {
        return system.supports(Capability.OVERRIDE_IGNORED);
    }

    /** Tells whether the signal will arrive. */
    private boolean subscribe(Signal signal, SignalListener listener, SubscribeOption... more) {
        SubscribeOption[] options = new SubscribeOption[more.length + 1];
        options[0] = SubscribeOption.CANCEL_DEFAULT;
        System.arraycopy(more, 0, options, 1, more.length);
        return system.subscribe(signal, listener, options).isActive();
    }

    /** Has a second Ctrl+C end the program even if the first event still waits for somebody to read our output. */
    private void watchForStuckOutput(Collection<Signal> signals) {
        if (signals.contains(SIGINT)) {
            DoubleInterrupt arrivals = new DoubleInterrupt();
            SignalListener listener = event -> {
                if (arrivals.isSecond(event)) {
                    exitCode.completeOnTimeout(ExitCodes.INTERRUPTED, STUCK_MILLIS, TimeUnit.MILLISECONDS);
                }
            };
            subscribe(SIGINT, listener, SubscribeOption.executor(Runnable::run));
        }
    }

    private synchronized void onSignal(SignalEvent event) {
        if (exitCode.isDone()) {
            return;
        }
        tally.add(event);
        printer.event(event);
        endIfOutputFails();
        if (wantedCount != null && tally.total() >= wantedCount) {
            exitCode.complete(ExitCodes.DONE);
        } else if (event.signal() == SIGINT) {
            onInterrupt(event);
        }
    }

    private void onInterrupt(SignalEvent event) {
        if (interrupts.isSecond(event)) {
            exitCode.complete(ExitCodes.INTERRUPTED);
        } else if (!interruptExplained) {
            interruptExplained = true;
            note("SIGINT is watched; press Ctrl+C again within " + DoubleInterrupt.WINDOW.toSeconds()
                    + " seconds to end");
        }
    }

    /** Ends rather than fail again: each failed write makes a SIGPIPE, which may be one of those we watch. */
    private void endIfOutputFails() {
        int code = Output.finish(out, err);
        if (code != ExitCodes.DONE) {
            exitCode.complete(code);
        }
    }

    private void note(String text) {
        err.println(Main.NAME + ": " + text);
    }
}
