/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.signals4j.Capability;
import org.signals4j.Hold;
import org.signals4j.MainThread;
import org.signals4j.Signal;
import org.signals4j.SignalEvent;
import org.signals4j.spi.MaskChange;
import org.signals4j.spi.SignalBackend;

/** What a thread can do until a signal comes. */
public final class Waiting {

    /** How long a signal that the kernel had pending may take from its delivery to its waiter. */
    private static final long IN_FLIGHT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final Registry registry;
    private final Dispatcher dispatcher;
    private final SafePoints safePoints;
    private final SignalBackend backend;
    private final Set<Capability> capabilities;

    Waiting(
            Registry registry,
            Dispatcher dispatcher,
            SafePoints safePoints,
            SignalBackend backend,
            Set<Capability> capabilities) {
        this.registry = registry;
        this.dispatcher = dispatcher;
        this.safePoints = safePoints;
        this.backend = backend;
        this.capabilities = capabilities;
    }

    /** Waits for one of some signals; null if the time was up first. Without a limit, {@code nanos} is null. */
    public SignalEvent await(Collection<? extends Signal> signals, Long nanos) throws InterruptedException {
        refuseInHandler("await");
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        List<Slot> slots = registry.take(signals, none -> {}, none -> {}, true);
        try {
            BlockingWaiter waiter = new BlockingWaiter(slots, dispatcher);
            dispatcher.await(waiter);
            return awaitUnblocked(waiter, nanos);
        } finally {
            registry.giveBack(slots);
        }
    }

    /** The kernel keeps what this thread has blocked, so it is unblocked for the time of the wait. */
    private SignalEvent awaitUnblocked(BlockingWaiter waiter, Long nanos) throws InterruptedException {
        if (!capabilities.contains(Capability.THREAD_MASK) || Threads.isVirtual() || waiter.isDone()) {
            return await(waiter, nanos);
        }
        Set<Signal> wanted = new LinkedHashSet<>();
        waiter.slots().forEach(slot -> wanted.add(slot.spec().signal()));
        Set<Signal> blocked = backend.mask(MaskChange.BLOCK, Set.of());
        blocked.retainAll(wanted);
        if (blocked.isEmpty()) {
            return await(waiter, nanos);
        }
        Long limit = nanos;
        if (nanos != null && capabilities.contains(Capability.PENDING)) {
            Set<Signal> pending = backend.pending();
            if (blocked.stream().anyMatch(pending::contains)) {
                limit = Math.max(nanos, IN_FLIGHT_NANOS); // it is coming
            }
        }
        backend.mask(MaskChange.UNBLOCK, blocked);
        try {
            return await(waiter, limit);
        } finally {
            backend.mask(MaskChange.BLOCK, blocked);
        }
    }

    private SignalEvent await(BlockingWaiter waiter, Long nanos) throws InterruptedException {
        try {
            safePoints.await(waiter::isDone, nanos == null ? SafePoints.NEVER : nanos);
        } catch (InterruptedException interrupted) {
            SignalEvent event = stop(waiter);
            if (event == null) {
                throw interrupted;
            }
            // The signal was taken and must not get lost; the interrupt is for whatever waits next.
            Thread.currentThread().interrupt();
            return event;
        } catch (RuntimeException | Error thrown) { // of a handler that has run on this thread meanwhile
            SignalEvent event = stop(waiter);
            BoundThread bound = safePoints.bound();
            if (event == null || bound == null) {
                throw thrown;
            }
            bound.fail(thrown); // it comes out of the next safe point
            return event;
        }
        return stop(waiter);
    }

    private SignalEvent stop(BlockingWaiter waiter) {
        dispatcher.giveUp(waiter);
        return waiter.finish();
    }

    /** Completes when one of some signals comes. */
    public CompletableFuture<SignalEvent> next(Collection<? extends Signal> signals) {
        List<Slot> slots = registry.take(signals, none -> {}, none -> {}, true);
        FutureWaiter waiter = new FutureWaiter(slots, dispatcher);
        dispatcher.await(waiter);
        waiter.future().whenComplete((event, problem) -> {
            dispatcher.giveUp(waiter);
            registry.giveBack(slots);
        });
        return waiter.future();
    }

    public Hold hold(Collection<? extends Signal> signals) {
        return new HeldSignals(
                registry.take(signals, dispatcher::hold, dispatcher::release, false), registry, dispatcher);
    }

    public void pause() throws InterruptedException {
        refuseInHandler("pause");
        registry.requireOpen();
        long before = safePoints.handled();
        safePoints.rest(() -> safePoints.handled() != before, SafePoints.NEVER);
    }

    public void sleep(long nanos) throws InterruptedException {
        refuseInHandler("sleep");
        registry.requireOpen();
        safePoints.rest(() -> false, nanos);
    }

    public void checkpoint() {
        BoundThread bound = mine();
        if (bound != null) {
            bound.runDue();
        }
    }

    public <T> T call(Callable<T> task) throws Exception {
        BoundThread bound = mine();
        return bound == null || bound.isRunning() ? task.call() : bound.call(task);
    }

    public MainThread bindMainThread() {
        registry.requireOpen();
        Threads.refuseVirtual("bindMainThread");
        BoundThread wanted = new BoundThread(Thread.currentThread(), dispatcher, safePoints);
        BoundThread bound = safePoints.bind(wanted);
        if (bound != wanted) {
            throw new IllegalStateException("handlers are bound to thread '"
                    + bound.thread().getName() + "' already; close that binding first");
        }
        return bound;
    }

    /** Refuses a registration that Python's rules forbid. */
    void requireMainThread() {
        BoundThread bound = safePoints.bound();
        if (bound != null && bound.thread() != Thread.currentThread() && !dispatcher.isDispatchThread()) {
            throw new IllegalStateException("handlers are bound to thread '"
                    + bound.thread().getName() + "' (Signals.bindMainThread), so only that thread may set one, not '"
                    + Thread.currentThread().getName() + "'; any thread may subscribe");
        }
    }

    private BoundThread mine() {
        BoundThread bound = safePoints.bound();
        return bound != null && bound.thread() == Thread.currentThread() ? bound : null;
    }

    private void refuseInHandler(String operation) {
        BoundThread mine = mine();
        if (dispatcher.isDispatchThread() || mine != null && mine.isRunning()) {
            throw new IllegalStateException("'" + operation
                    + "' inside a handler would wait for signals that only come after the handler has returned");
        }
    }
}
