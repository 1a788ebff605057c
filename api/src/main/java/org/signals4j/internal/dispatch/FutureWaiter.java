/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.signals4j.SignalEvent;

/**
 * A future that waits. It completes where asynchronous tasks run: what depends on it is user code, which must not keep
 * the reading thread. That is the common pool, or a thread of its own where the pool has no workers to spare.
 */
final class FutureWaiter extends Waiter {

    private final Dispatcher dispatcher;
    private final CompletableFuture<SignalEvent> future = new CompletableFuture<>();

    FutureWaiter(List<Slot> slots, Dispatcher dispatcher) {
        super(slots);
        this.dispatcher = dispatcher;
    }

    CompletableFuture<SignalEvent> future() {
        return future;
    }

    @Override
    boolean offer(DispatchedEvent event) {
        if (future.isDone()) {
            return false;
        }
        future.defaultExecutor().execute(() -> {
            if (future.complete(event)) {
                dispatcher.taken(event);
            } else {
                dispatcher.passOn(List.of(event)); // it was cancelled meanwhile
            }
        });
        return true;
    }

    @Override
    void close() {
        // Elsewhere, as with an event: what depends on it must not run in the midst of a close.
        future.defaultExecutor()
                .execute(() -> future.completeExceptionally(
                        new IllegalStateException("the SignalSystem was closed before the signal has arrived")));
    }
}
