/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signals4j.PendingSignal;
import org.signals4j.PendingSignal.Keeper;

/**
 * What stands before the subscribers: those who wait for a signal, first come first served, and holds. A signal passes
 * by a look at one field while nobody waits and nothing is held.
 */
final class Gate {

    private final Set<Waiter> waiters = new LinkedHashSet<>();
    private final Set<DispatchedEvent> held = new LinkedHashSet<>();

    /** How many waiters and holds there are; read without the lock on the way of every signal. */
    private volatile int guards;

    private volatile int heldRealtime;
    private boolean closed;

    /** How many real-time signals are held; they take up room as those in the queue do. */
    int heldRealtime() {
        return heldRealtime;
    }

    /**
     * Gives an event to who waits for it, or keeps it if it is held.
     *
     * @return whether that was done; else the event goes on to the subscribers
     */
    boolean takes(DispatchedEvent event) {
        while (guards > 0) {
            Waiter waiter;
            synchronized (this) {
                waiter = nextFor(event.slot());
                if (waiter == null) {
                    return keeps(event);
                }
                remove(waiter);
            }
            if (waiter.offer(event)) {
                return true;
            }
            // That one has just given up: ask the next.
        }
        return false;
    }

    private Waiter nextFor(Slot slot) {
        for (Waiter waiter : waiters) {
            if (waiter.waitsFor(slot)) {
                return waiter;
            }
        }
        return null;
    }

    private boolean keeps(DispatchedEvent event) {
        Slot slot = event.slot();
        if (slot.holds() == 0) {
            return false;
        }
        if (slot.isRealtime()) {
            heldRealtime++;
        } else {
            for (DispatchedEvent earlier : held) {
                if (earlier.slot() == slot) {
                    slot.countMerged(event.count());
                    earlier.merge(event);
                    return true;
                }
            }
        }
        held.add(event);
        return true;
    }

    /**
     * Lists a waiter, unless something is held that it waits for. One that comes after the end is closed at once.
     *
     * @return whether there was; the waiter has got it
     */
    boolean await(Waiter waiter) {
        DispatchedEvent event;
        synchronized (this) {
            event = takeHeldFor(waiter);
            if (event == null && !closed) {
                waiters.add(waiter);
                guards++;
                return false;
            }
        }
        if (event == null) {
            waiter.close();
            return false;
        }
        waiter.offer(event);
        return true;
    }

    private DispatchedEvent takeHeldFor(Waiter waiter) {
        for (Iterator<DispatchedEvent> each = held.iterator(); each.hasNext(); ) {
            DispatchedEvent event = each.next();
            if (waiter.waitsFor(event.slot())) {
                each.remove();
                heldRealtime -= event.slot().isRealtime() ? 1 : 0;
                return event;
            }
        }
        return null;
    }

    /** Takes a waiter off the list. If it was not there any more, it has got its event, or is about to. */
    synchronized void giveUp(Waiter waiter) {
        if (waiters.contains(waiter)) {
            remove(waiter);
        }
    }

    private void remove(Waiter waiter) {
        waiters.remove(waiter);
        guards--;
    }

    synchronized void hold(List<Slot> slots) {
        for (Slot slot : slots) {
            slot.changeHolds(1);
            guards++;
        }
    }

    /** Ends all waiting and holding, and returns what was held. */
    List<DispatchedEvent> close() {
        List<Waiter> left;
        List<DispatchedEvent> free;
        synchronized (this) {
            left = List.copyOf(waiters);
            free = List.copyOf(held);
            waiters.clear();
            held.clear();
            heldRealtime = 0;
            guards = 0;
            closed = true;
        }
        left.forEach(Waiter::close);
        return free;
    }

    /** Ends one hold of each slot, and returns what no other hold keeps. */
    synchronized List<DispatchedEvent> release(List<Slot> slots) {
        if (closed) {
            return List.of();
        }
        for (Slot slot : slots) {
            slot.changeHolds(-1);
            guards--;
        }
        List<DispatchedEvent> free = new ArrayList<>();
        for (Iterator<DispatchedEvent> each = held.iterator(); each.hasNext(); ) {
            DispatchedEvent event = each.next();
            if (event.slot().holds() == 0) {
                each.remove();
                heldRealtime -= event.slot().isRealtime() ? 1 : 0;
                free.add(event);
            }
        }
        return free;
    }

    synchronized List<PendingSignal> held() {
        List<PendingSignal> pending = new ArrayList<>();
        for (DispatchedEvent event : held) {
            pending.add(
                    new PendingSignal(event.slot().spec().signal(), Keeper.HOLD, event.count(), Optional.of(event)));
        }
        return pending;
    }
}
