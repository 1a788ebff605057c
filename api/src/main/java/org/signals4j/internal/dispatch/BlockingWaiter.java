/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** A thread that waits. */
final class BlockingWaiter extends Waiter {

    private static final Object GAVE_UP = new Object();
    private static final Object CLOSED = new Object();

    private final Dispatcher dispatcher;

    /** Null while it waits; then its event, or why there is none. */
    private final AtomicReference<Object> result = new AtomicReference<>();

    BlockingWaiter(List<Slot> slots, Dispatcher dispatcher) {
        super(slots);
        this.dispatcher = dispatcher;
    }

    @Override
    boolean offer(DispatchedEvent event) {
        if (!result.compareAndSet(null, event)) {
            return false;
        }
        dispatcher.taken(event);
        return true;
    }

    @Override
    void close() {
        result.compareAndSet(null, CLOSED);
        dispatcher.wakeWaiting();
    }

    boolean isDone() {
        return result.get() != null;
    }

    /** Stops to wait, and returns the event if there is one, else null. */
    DispatchedEvent finish() {
        result.compareAndSet(null, GAVE_UP);
        Object last = result.get();
        if (last == CLOSED) {
            throw new IllegalStateException("the SignalSystem was closed while a thread waited for a signal");
        }
        return last instanceof DispatchedEvent event ? event : null;
    }
}
