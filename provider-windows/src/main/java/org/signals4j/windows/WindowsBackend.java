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
    private final Map<WindowsSignal, Slot> slots = new EnumMap<>(WindowsSignal.class);

    /** Creates a backend; changes nothing. */
    WindowsBackend(Kernel32 kernel32, Ucrt ucrt) {
        console = new Console(kernel32, this::take);
        long handler = CrtHandlers.address(ucrt);
        for (WindowsSignal each : WindowsSignal.values()) {
            Runnable arrived = () -> arrivals.addRaised(each.number());
            slots.put(
                    each,
                    each.source() == Source.CONSOLE
                            ? new ConsoleSlot(ConsoleEvent.of(each).orElseThrow(), console, arrived)
                            : new CrtSlot(each, ucrt, kernel32, handler, arrived));
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RAISE, Capability.SEND_GROUP, Capability.CONSOLE_GROUP, Capability.OVERRIDE_IGNORED);
    }

    @Override
    public Optional<String> insteadOf(Capability absent) {
        return absent == Capability.SEND
                ? Optional.of("to end a process on Windows, use ProcessHandle.destroyForcibly")
                : Optional.empty();
    }

    @Override
    public List<SignalSpec> signals() {
        return specs;
    }

    private Slot slot(Signal signal) {
        return slots.get(WindowsSignal.of(signal));
    }

    private Slot slot(int number) {
        return slots.get(WindowsSignal.of(number));
    }

    @Override
    public Disposition disposition(Signal signal) {
        return slot(signal).disposition();
    }

    @Override
    public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
        WindowsSignal which = WindowsSignal.of(signal);
        if (which.isOfConsole()) {
            console.register();
        }
        if (which.source() != Source.CONSOLE) {
            CrtHandlers.register(this);
        }
        return slot(signal).install(wanted, flags);
    }

    @Override
    public Disposition restore(Signal signal) {
        return slot(signal).restore();
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
    private boolean take(ConsoleEvent event) {
        ConsoleArrival arrival = new ConsoleArrival(event);
        Slot slot = slots.get(event.signal());
        slot.eventBegins();
        // Nothing is added once the signal was given back: perhaps nobody reads any more.
        synchronized (slot) {
            switch (slot.disposition()) {
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
        slot.eventIsPassedOn();
        return false;
    }

    /** Called on the thread that has raised a signal. */
    void raisedInCrt(int number) {
        ((CrtSlot) slot(number)).called();
    }

    @Override
    public void settle(Delivery delivery, Outcome outcome) {
        if (delivery.token() instanceof ConsoleArrival arrival && arrival.settle(outcome)) {
            return;
        }
        if (outcome == Outcome.DEFAULT) {
            DefaultThread.start(WindowsSignal.of(delivery.number()), slot(delivery.number())::applyDefault);
        }
    }

    @Override
    public void raise(Signal signal) {
        slot(signal).raise();
    }

    @Override
    public void sendToGroup(int group, Signal signal) {
        ConsoleEvent event = ConsoleEvent.of(WindowsSignal.of(signal))
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
