/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.signals4j.Disposition;
import org.signals4j.ForeignHandlerException;
import org.signals4j.ReservedSignalException;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.SignalListener;
import org.signals4j.Subscription;
import org.signals4j.internal.dispatch.Slot.Handling;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalSpec;

/**
 * Who has arranged what, and the disposition that follows from it: caught while there is a handler or a subscriber,
 * else what {@code handle} has set. All changes are made under one lock, and made whole or not at all.
 */
final class Registry {

    private static final Set<InstallFlag> NO_FLAGS = EnumSet.noneOf(InstallFlag.class);

    private final SignalTable table;
    private final SignalBackend backend;
    private final Runnable beforeInstall;

    /** Written under the lock; what changes nothing in here asks without it. */
    private volatile boolean closed;

    /**
     * Creates an empty registry.
     *
     * @param beforeInstall run before each installation, so that somebody reads what will be delivered
     */
    Registry(SignalTable table, SignalBackend backend, Runnable beforeInstall) {
        this.table = table;
        this.backend = backend;
        this.beforeInstall = beforeInstall;
    }

    synchronized SignalHandler handler(Signal signal) {
        return current(table.slot(signal));
    }

    synchronized SignalHandler handle(Signal signal, SignalHandler handler, Settings settings) {
        requireOpen();
        Slot slot = table.slot(signal);
        refuseIfReserved(slot.spec(), handler == SignalHandler.IGNORE);
        SignalHandler previous = current(slot);
        Handling wanted = new Handling(handler, settings.onException());
        if (handler == SignalHandler.FOREIGN && previous != SignalHandler.FOREIGN && !slot.displacedForeign()) {
            throw new IllegalArgumentException(
                    "no foreign handler of " + signal.name() + " was replaced here, so there is none to reinstate");
        }
        Handling before = slot.handling();
        // Set first, so that the first delivery after the installation finds its handler.
        slot.setHandling(wanted);
        boolean arranged = false;
        try {
            arranged = arrange(slot, settings.flags());
        } finally {
            if (!arranged) {
                slot.setHandling(before);
            }
        }
        // Where the system cannot be asked beforehand, an inherited ignore shows only now.
        return arranged ? previous : SignalHandler.IGNORE;
    }

    /** The slots of signals that are to be taken; refuses the reserved ones. */
    private List<Slot> takeable(Collection<? extends Signal> signals) {
        List<Slot> slots = new ArrayList<>();
        for (Signal signal : new LinkedHashSet<>(signals)) {
            Slot slot = table.slot(signal);
            refuseIfReserved(slot.spec(), false);
            slots.add(slot);
        }
        return slots;
    }

    private static void requireSome(Collection<? extends Signal> signals) {
        if (signals.isEmpty()) {
            throw new IllegalArgumentException("at least one signal is needed");
        }
    }

    /**
     * Has signals caught for somebody who is not a subscriber, until {@link #giveBack}.
     *
     * @param before run first, with the slots: what is to be there when the first delivery comes
     * @param undo takes {@code before} back if the signals cannot be caught
     * @param need whether a signal whose ignore was inherited, and which therefore cannot come, is an error
     */
    synchronized List<Slot> take(
            Collection<? extends Signal> signals,
            Consumer<List<Slot>> before,
            Consumer<List<Slot>> undo,
            boolean need) {
        requireSome(signals);
        requireOpen();
        List<Slot> slots = takeable(signals);
        before.accept(slots);
        List<Slot> done = new ArrayList<>();
        try {
            for (Slot slot : slots) {
                slot.changeTakers(1);
                done.add(slot);
                if (!arrange(slot, NO_FLAGS) && need) {
                    throw new IllegalStateException(slot.spec().signal().name()
                            + " was ignored when this process was started and cannot arrive; to wait for it, take it"
                            + " with HandleOption.OVERRIDE_IGNORED first");
                }
            }
        } catch (RuntimeException | Error refused) {
            giveBack(done);
            undo.accept(slots);
            throw refused;
        }
        return slots;
    }

    synchronized void giveBack(List<Slot> slots) {
        if (closed) {
            return;
        }
        for (Slot slot : slots) {
            slot.changeTakers(-1);
            arrangeIfUnwanted(slot);
        }
    }

    synchronized Subscription subscribe(Collection<? extends Signal> signals, SignalListener listener, Settings how) {
        requireSome(signals);
        requireOpen();
        List<Slot> slots = takeable(signals);
        Subscriber subscriber = new Subscriber(this, slots, listener, how);
        List<Slot> done = new ArrayList<>();
        try {
            for (Slot slot : slots) {
                // Listed first, so that the first delivery after the installation finds its subscriber.
                slot.add(subscriber);
                done.add(slot);
                if (!arrange(slot, how.flags())) {
                    slot.remove(subscriber);
                }
            }
        } catch (RuntimeException | Error refused) {
            subscriber.shut();
            done.forEach(slot -> drop(slot, subscriber));
            throw refused;
        }
        return subscriber;
    }

    /** Ends a subscription; tells whether it was open. */
    synchronized boolean unsubscribe(Subscriber subscriber) {
        if (!subscriber.shut()) {
            return false;
        }
        subscriber.signals().forEach(signal -> drop(table.slot(signal), subscriber));
        return true;
    }

    synchronized boolean isActive(Subscriber subscriber, Signal signal) {
        Slot slot = table.slot(signal);
        for (Subscriber each : slot.subscribers()) {
            if (each == subscriber) {
                Disposition now = backend.disposition(signal);
                return now == Disposition.CAUGHT || now == Disposition.UNKNOWN;
            }
        }
        return false;
    }

    /**
     * Restores everything. From now on every change is refused.
     *
     * @param ended where the subscribers are put that were open, each once
     */
    synchronized void close(Collection<Subscriber> ended) {
        if (closed) {
            return;
        }
        closed = true;
        for (Slot slot : table.slots()) {
            for (Subscriber subscriber : slot.subscribers()) {
                if (subscriber.shut()) {
                    ended.add(subscriber);
                }
                slot.remove(subscriber);
            }
            slot.clearTakers();
            slot.setHandling(Handling.of(SignalHandler.DEFAULT));
            restore(slot);
        }
    }

    private void drop(Slot slot, Subscriber subscriber) {
        slot.remove(subscriber);
        arrangeIfUnwanted(slot);
    }

    private void arrangeIfUnwanted(Slot slot) {
        if (!slot.isWanted() && !slot.handling().isCode()) {
            arrange(slot, NO_FLAGS);
        }
    }

    /**
     * Gives the signal the disposition that its handling and its subscribers ask for.
     *
     * @return false if an inherited ignore stood in the way and stays
     */
    private boolean arrange(Slot slot, Set<InstallFlag> flags) {
        SignalHandler handler = slot.handling().handler();
        if (slot.handling().isCode() || slot.isWanted()) {
            return install(slot, Disposition.CAUGHT, flags);
        }
        if (handler == SignalHandler.IGNORE) {
            return install(slot, Disposition.IGNORED, flags);
        }
        if (handler == SignalHandler.SYSTEM_DEFAULT) {
            return install(slot, Disposition.SYSTEM_DEFAULT, flags);
        }
        restore(slot);
        return true;
    }

    private boolean install(Slot slot, Disposition wanted, Set<InstallFlag> flags) {
        Signal signal = slot.spec().signal();
        Disposition before = backend.disposition(signal);
        if (before == wanted) {
            return true;
        }
        beforeInstall.run();
        Disposition now = backend.install(signal, wanted, flags);
        if (now == wanted) {
            slot.setTaken(true);
            slot.setDisplacedForeign(slot.displacedForeign() || before == Disposition.FOREIGN);
            return true;
        }
        if (now == Disposition.FOREIGN) {
            throw new ForeignHandlerException(signal);
        }
        if (slot.shouldLogInheritedIgnore()) {
            Log.inheritedIgnore(signal);
        }
        return false;
    }

    private void restore(Slot slot) {
        if (!slot.isTaken()) {
            return;
        }
        Disposition now = backend.restore(slot.spec().signal());
        if (now == Disposition.FOREIGN && !slot.displacedForeign()) {
            Log.replacedByOthers(slot.spec().signal());
        }
        slot.setTaken(false);
        slot.setDisplacedForeign(false);
    }

    /** What {@code handle} has set while ours is installed, else the system's answer. */
    private SignalHandler current(Slot slot) {
        return switch (backend.disposition(slot.spec().signal())) {
            case CAUGHT, UNKNOWN -> slot.handling().handler();
            case DEFAULT -> SignalHandler.DEFAULT;
            case IGNORED -> SignalHandler.IGNORE;
            case FOREIGN -> SignalHandler.FOREIGN;
            case SYSTEM_DEFAULT -> SignalHandler.SYSTEM_DEFAULT;
        };
    }

    static void refuseIfReserved(SignalSpec spec, boolean ignore) {
        (ignore ? spec.ignoreRefusal() : spec.refusal()).ifPresent(reason -> {
            throw new ReservedSignalException(spec.signal(), spec.owner().orElseThrow(), reason);
        });
    }

    /** Comes before every change and every wait, after what can be said of the arguments alone. */
    void requireOpen() {
        if (closed) {
            throw new IllegalStateException(
                    "this SignalSystem is closed; Signals opens another one, or call SignalSystem.open");
        }
    }
}
