/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.Signal;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalSpec;
import org.signals4j.windows.WindowsSignal.Source;
import org.signals4j.windows.jna.Kernel32;
import org.signals4j.windows.jna.Ucrt;

/** The signals of this process on Windows: what the console sends, and what is raised through the C runtime. */
final class WindowsBackend implements SignalBackend {

    private static final int HIGHEST = 22;

    private final List<SignalSpec> specs = WindowsSignal.specs();
    private final Arrivals arrivals = new Arrivals(HIGHEST);
    private final Console console;
    private final Ucrt ucrt;
    private final Map<WindowsSignal, CrtSlot> slots = new EnumMap<>(WindowsSignal.class);

    /** Of the signals that come from the console alone. Guarded by itself. */
    private final Map<WindowsSignal, Disposition> dispositions = new EnumMap<>(WindowsSignal.class);

    /** Creates a backend; changes nothing. */
    WindowsBackend(Kernel32 kernel32, Ucrt ucrt) {
        this.ucrt = ucrt;
        console = new Console(kernel32, this::take);
        long handler = CrtHandlers.addressFor(this, ucrt);
        for (WindowsSignal each : WindowsSignal.values()) {
            if (each.source() != Source.CONSOLE) {
                slots.put(each, new CrtSlot(each, ucrt, kernel32, handler, () -> arrivals.addRaised(each.number())));
            }
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RAISE, Capability.SEND_GROUP, Capability.CONSOLE_GROUP, Capability.OVERRIDE_IGNORED);
    }

    @Override
    public List<SignalSpec> signals() {
        return specs;
    }

    @Override
    public Disposition disposition(Signal signal) {
        return disposition(WindowsSignal.of(signal));
    }

    private Disposition disposition(WindowsSignal signal) {
        CrtSlot slot = slots.get(signal);
        if (slot != null) {
            return slot.disposition();
        }
        synchronized (dispositions) {
            return dispositions.getOrDefault(signal, Disposition.UNKNOWN);
        }
    }

    @Override
    public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
        WindowsSignal which = WindowsSignal.of(signal);
        CrtSlot slot = slots.get(which);
        if (slot == null || which == WindowsSignal.TERM) {
            console.register();
        }
        if (slot != null) {
            return slot.install(wanted, flags);
        }
        if (which == WindowsSignal.INT && flags.contains(InstallFlag.OVERRIDE_IGNORED)) {
            console.enableCtrlC();
        }
        synchronized (dispositions) {
            dispositions.put(which, wanted);
        }
        return wanted;
    }

    @Override
    public Disposition restore(Signal signal) {
        WindowsSignal which = WindowsSignal.of(signal);
        CrtSlot slot = slots.get(which);
        if (slot != null) {
            return slot.restore();
        }
        synchronized (dispositions) {
            dispositions.remove(which);
        }
        return Disposition.DEFAULT;
    }

    @Override
    public void receive(DeliveryBatch batch) {
        arrivals.take(batch);
    }

    @Override
    public void wake() {
        arrivals.wake();
    }

    /** Called on the thread of a console event: true if nothing more is to happen. */
    private boolean take(ConsoleEvent event, int thread) {
        ConsoleArrival arrival = new ConsoleArrival(event);
        synchronized (dispositions) {
            switch (disposition(event.signal())) {
                case CAUGHT -> arrivals.addConsole(arrival);
                case IGNORED -> {
                    return true;
                }
                default -> {
                    return false;
                }
            }
        }
        if (arrival.awaitAnswer(event.patience())) {
            return true;
        }
        if (event.isEnd()) {
            slots.get(event.signal()).passOn(thread);
        }
        return false;
    }

    /** Called on the thread that has raised a signal. */
    void raisedInCrt(int number) {
        slots.get(WindowsSignal.of(number)).called();
    }

    @Override
    public void settle(Delivery delivery, Outcome outcome) {
        WindowsSignal signal = WindowsSignal.of(delivery.number());
        if (delivery.token() instanceof ConsoleArrival arrival && arrival.settle(outcome)) {
            return;
        }
        if (outcome == Outcome.DEFAULT) {
            DefaultThread.start(signal, () -> applyDefault(signal));
        }
    }

    private void applyDefault(WindowsSignal signal) {
        CrtSlot slot = slots.get(signal);
        if (slot != null) {
            slot.applyDefault();
        } else {
            console.passOn(consoleEvent(signal).orElseThrow());
        }
    }

    @Override
    public void raise(Signal signal) {
        WindowsSignal which = WindowsSignal.of(signal);
        CrtSlot slot = slots.get(which);
        if (slot != null) {
            slot.raise();
            return;
        }
        synchronized (dispositions) {
            switch (disposition(which)) {
                case CAUGHT -> {
                    arrivals.addRaised(which.number());
                    return;
                }
                case IGNORED -> {
                    return;
                }
                default -> {}
            }
        }
        // Not on this thread: it may be handling a close, during which Windows asks nobody else.
        DefaultThread.start(which, () -> applyDefault(which));
    }

    /** The event that means a signal, if it means nothing else. */
    private static Optional<ConsoleEvent> consoleEvent(WindowsSignal signal) {
        return switch (signal) {
            case INT -> Optional.of(ConsoleEvent.CTRL_C);
            case BREAK -> Optional.of(ConsoleEvent.CTRL_BREAK);
            default -> Optional.empty();
        };
    }

    @Override
    public void sendToGroup(int group, Signal signal) {
        ConsoleEvent event = consoleEvent(WindowsSignal.of(signal))
                .orElseThrow(() -> new UnsupportedOperationException("provider 'windows' cannot send " + signal.name()
                        + ": a console sends SIGINT and SIGBREAK alone; ProcessHandle.destroyForcibly ends a process"));
        if (event == ConsoleEvent.CTRL_C && group != 0) {
            throw new UnsupportedOperationException("provider 'windows' cannot send SIGINT to the group " + group
                    + ": Windows sends it to all processes of the console (group 0); SIGBREAK can be sent to a group");
        }
        console.send(event, group);
    }

    /** Has nothing to release: what still arrives is passed on to what was there before. */
    @Override
    public void close() {}
}
