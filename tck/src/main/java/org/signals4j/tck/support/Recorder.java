/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.util.ArrayList;
import java.util.List;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.SignalListener;

/** A handler and listener that keeps what it gets. A test takes the events one after the other. */
public final class Recorder implements SignalHandler, SignalListener {

    /** What is done with an event while its handler runs. */
    @FunctionalInterface
    public interface Action {
        void accept(SignalEvent event) throws Exception;
    }

    private final List<SignalEvent> events = new ArrayList<>();
    private int taken;
    private volatile Action action = event -> {};

    /** Has something done in the handler, after the event was kept. */
    public Recorder doing(Action newAction) {
        action = newAction;
        return this;
    }

    @Override
    public void handle(SignalEvent event) throws Exception {
        synchronized (events) {
            events.add(event);
        }
        action.accept(event);
    }

    @Override
    public void onSignal(SignalEvent event) throws Exception {
        handle(event);
    }

    /** Waits for the next event that was not taken yet. */
    public SignalEvent next(String what) {
        return next(1, what).get(0);
    }

    /** Waits for the next events. */
    public List<SignalEvent> next(int count, String what) {
        Patience.await(
                what + " (" + count + " events after the " + taken + " before)",
                this::seen,
                seen -> seen.size() - taken >= count);
        List<SignalEvent> next = seen().subList(taken, taken + count);
        taken += count;
        return next;
    }

    /** Waits until the counts of all events add up to a number, and returns their sum. */
    public long awaitCount(long arrivals, String what) {
        Patience.await(what + " (" + arrivals + " arrivals)", this::arrivals, sum -> sum >= arrivals);
        return arrivals();
    }

    /** Returns the sum of the counts of all events so far. */
    public long arrivals() {
        return seen().stream().mapToLong(SignalEvent::count).sum();
    }

    public List<SignalEvent> seen() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    public int size() {
        return seen().size();
    }

    @Override
    public String toString() {
        return seen().toString();
    }
}
