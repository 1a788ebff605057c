/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.signals4j.RealtimeSignal;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalSpec;

/**
 * What is arranged for one signal. The registry changes it under its lock; the dispatcher reads it without one, and
 * what it reads last is what counts for an event.
 */
final class Slot {

    private static final Subscriber[] NOBODY = {};

    private final SignalSpec spec;
    private volatile Handling handling = Handling.of(SignalHandler.DEFAULT);
    private volatile Subscriber[] subscribers = NOBODY;

    /** Whether we have changed the disposition and not restored it. */
    private boolean taken;

    /** Whether ours replaced a foreign handler, which {@link SignalHandler#FOREIGN} can bring back. */
    private boolean displacedForeign;

    /** Whether the line about an inherited ignore was written. */
    private boolean inheritedIgnoreLogged;

    /** How many waiters, holds and the like need the signal caught; guarded by the registry. */
    private int takers;

    /** How many holds there are; guarded by the gate. */
    private int holds;

    private final AtomicLong received = new AtomicLong();
    private final AtomicLong merged = new AtomicLong();

    Slot(SignalSpec spec) {
        this.spec = spec;
    }

    SignalSpec spec() {
        return spec;
    }

    Handling handling() {
        return handling;
    }

    void setHandling(Handling newHandling) {
        handling = newHandling;
    }

    /** Newest first. The array is never changed. */
    Subscriber[] subscribers() {
        return subscribers;
    }

    boolean hasSubscribers() {
        return subscribers.length > 0;
    }

    /** Puts the newest in front. */
    void add(Subscriber subscriber) {
        Subscriber[] more = new Subscriber[subscribers.length + 1];
        more[0] = subscriber;
        System.arraycopy(subscribers, 0, more, 1, subscribers.length);
        subscribers = more;
    }

    void remove(Subscriber subscriber) {
        Subscriber[] all = subscribers;
        int index = 0;
        while (index < all.length && all[index] != subscriber) {
            index++;
        }
        if (index == all.length) {
            return;
        }
        Subscriber[] fewer = new Subscriber[all.length - 1];
        System.arraycopy(all, 0, fewer, 0, index);
        System.arraycopy(all, index + 1, fewer, index, fewer.length - index);
        subscribers = fewer;
    }

    boolean isTaken() {
        return taken;
    }

    void setTaken(boolean newTaken) {
        taken = newTaken;
    }

    boolean displacedForeign() {
        return displacedForeign;
    }

    void setDisplacedForeign(boolean newDisplacedForeign) {
        displacedForeign = newDisplacedForeign;
    }

    /** Tells, once, that the line about an inherited ignore is due. */
    boolean shouldLogInheritedIgnore() {
        boolean due = !inheritedIgnoreLogged;
        inheritedIgnoreLogged = true;
        return due;
    }

    boolean isRealtime() {
        return spec.signal() instanceof RealtimeSignal;
    }

    /** Whether the signal has to reach us, whatever {@code handle} has set. */
    boolean isWanted() {
        return takers > 0 || hasSubscribers();
    }

    void changeTakers(int difference) {
        takers += difference;
    }

    void clearTakers() {
        takers = 0;
    }

    int holds() {
        return holds;
    }

    void changeHolds(int difference) {
        holds += difference;
    }

    void countReceived(long count) {
        received.addAndGet(count);
    }

    void countMerged(long count) {
        merged.addAndGet(count);
    }

    long received() {
        return received.get();
    }

    long merged() {
        return merged.get();
    }

    /** What {@code handle} has set. */
    record Handling(SignalHandler handler, BiConsumer<? super SignalEvent, ? super Throwable> onException) {

        static Handling of(SignalHandler special) {
            return new Handling(special, Log::handlerFailed);
        }

        /** Whether the handler is code, not one of the constants. */
        boolean isCode() {
            return handler != SignalHandler.DEFAULT
                    && handler != SignalHandler.IGNORE
                    && handler != SignalHandler.SYSTEM_DEFAULT
                    && handler != SignalHandler.FOREIGN;
        }

        /** What is to happen to a signal whose default action nobody has cancelled. */
        Outcome outcome() {
            if (isCode() || handler == SignalHandler.IGNORE) {
                return Outcome.CANCELLED;
            }
            return handler == SignalHandler.SYSTEM_DEFAULT ? Outcome.SYSTEM_DEFAULT : Outcome.DEFAULT;
        }
    }
}
