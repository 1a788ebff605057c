/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.signals4j.PendingSignal;
import org.signals4j.internal.dispatch.Slot.Handling;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;

/**
 * Takes what the backend reads to whom it concerns.
 *
 * <p>One thread, the dispatch thread, both reads and runs the handlers, so that a signal changes threads only once on
 * its way. While a handler keeps it busy, a stand-by thread reads instead: it serves the subscribers with an executor,
 * settles what needs no handler, and queues the rest. It never runs a handler. When the dispatch thread has emptied the
 * queue, it takes the reading back. docs/adr has the measurements behind this.
 */
final class Dispatcher {

    /** How long the dispatch thread may be busy before the stand-by thread reads. */
    private static final long TAKEOVER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    /**
     * How seldom the stand-by thread looks when nothing happens. It always looks by itself: being woken for each rare
     * event would cost that event half of its time again, before its handler runs.
     */
    private static final long SELDOM_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final long RETRY_MILLIS = 100;

    /** How many real-time events may wait in here; what comes then stays with the kernel. */
    private static final int REALTIME_LIMIT = 65_536;

    private final SignalTable table;
    private final SignalBackend backend;
    private final SafePoints safePoints;
    private final Gate gate = new Gate();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition readingIsFree = lock.newCondition();
    private final Condition retirement = lock.newCondition();

    // Guarded by the lock.
    private final EventQueue queue = new EventQueue();

    /** Events that the bound thread left behind: only their handlers are still to run. */
    private final ArrayDeque<DispatchedEvent> orphans = new ArrayDeque<>();

    private volatile Thread dispatchThread;
    private boolean started;
    private boolean retired;
    private boolean reading;
    private boolean busy;
    private long busySince;
    private long idleSince;

    // Belong to whichever thread is reading.
    private final DeliveryBatch batch = new DeliveryBatch();
    private final WallClock clock = new WallClock();

    Dispatcher(SignalTable table, SignalBackend backend, SafePoints safePoints) {
        this.table = table;
        this.backend = backend;
        this.safePoints = safePoints;
    }

    /** Starts the two threads, unless they run. */
    void start() {
        lock.lock();
        try {
            if (started) {
                return;
            }
            started = true;
        } finally {
            lock.unlock();
        }
        dispatchThread = thread("signals4j dispatch", this::dispatchLoop);
        dispatchThread.start();
        thread("signals4j stand-by", this::standbyLoop).start();
    }

    private static Thread thread(String name, Runnable loop) {
        // No inherited thread locals or class loader: the thread serves everyone, not who happened to be first.
        Thread thread = new Thread(null, loop, name, 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        return thread;
    }

    boolean isDispatchThread() {
        return Thread.currentThread() == dispatchThread;
    }

    /**
     * Ends the reading for good, after a last look: what has come since the look before must not be left without its
     * default action. A handler that still runs is not waited for.
     */
    void retire() {
        lock.lock();
        try {
            retired = true;
            retirement.signalAll();
            readingIsFree.signalAll();
            while (reading) {
                backend.wake();
                readingIsFree.awaitUninterruptibly();
            }
            if (!started) {
                return;
            }
            reading = true; // nobody else takes it any more
        } finally {
            lock.unlock();
        }
        boolean more = true;
        while (more) {
            backend.wake();
            more = read();
        }
    }

    private void dispatchLoop() {
        // A method for each turn, because the JVM compiles methods soon, and the body of an endless loop late.
        while (dispatchOne()) {}
    }

    /** Reads once, or runs the handlers of one event: false if there will be nothing more to do. */
    private boolean dispatchOne() {
        DispatchedEvent event;
        boolean orphan;
        boolean roomAgain = false;
        lock.lock();
        try {
            event = orphans.poll();
            orphan = event != null;
            if (event == null) {
                boolean wasFull = room() == 0;
                event = queue.poll();
                roomAgain = wasFull && room() > 0;
            }
            if (event != null) {
                becomeBusy();
            } else if (!takeReading()) {
                return !retired;
            }
        } finally {
            lock.unlock();
        }
        if (roomAgain) {
            backend.wake(); // what was left with the kernel can be fetched
        }
        if (event == null) {
            read();
        } else if (orphan) {
            finishHere(event);
        } else {
            deliver(event);
        }
        return true;
    }

    /** How many real-time events there is room for. Called with the lock. */
    private int room() {
        return Math.max(0, REALTIME_LIMIT - queue.realtime() - gate.heldRealtime());
    }

    private boolean nothingQueued() {
        return queue.isEmpty() && orphans.isEmpty();
    }

    /** Called with the lock by the dispatch thread: false if it has something else to do. */
    private boolean takeReading() {
        if (busy) {
            busy = false;
            idleSince = System.nanoTime();
        }
        while (reading && nothingQueued() && !retired) {
            backend.wake();
            readingIsFree.awaitUninterruptibly();
        }
        if (reading || retired || !nothingQueued()) {
            return false;
        }
        reading = true;
        return true;
    }

    private void becomeBusy() {
        if (!busy) {
            busy = true;
            busySince = System.nanoTime();
        }
    }

    private void standbyLoop() {
        while (awaitStandbyReading()) {
            read();
        }
    }

    /** Waits until this thread is to read: false if it never will. */
    private boolean awaitStandbyReading() {
        lock.lock();
        try {
            while (!retired) {
                safePoints.bound(); // a look: what waits for a bound thread that has ended comes back to us
                long now = System.nanoTime();
                if (!busy) {
                    long quiet = (now - idleSince) / 8;
                    awaitNanos(Math.max(TAKEOVER_NANOS, Math.min(quiet, SELDOM_NANOS)));
                } else if (reading) {
                    awaitNanos(TAKEOVER_NANOS);
                } else if (now - busySince < TAKEOVER_NANOS) {
                    awaitNanos(TAKEOVER_NANOS - (now - busySince));
                } else {
                    reading = true;
                    return true;
                }
            }
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void awaitNanos(long nanos) {
        try {
            retirement.awaitNanos(nanos);
        } catch (InterruptedException nobodyShould) {
            // Nobody has a reason to interrupt this thread, and it has no reason to end: look again.
        }
    }

    /** Reads once and gives the reading back: whether there was something. */
    private boolean read() {
        try {
            batch.reset(queueRoom());
            backend.receive(batch);
            long now = batch.size() > 0 ? clock.epochNanos() : 0;
            for (int i = 0; i < batch.size(); i++) {
                arrived(batch.get(i), now);
            }
            return batch.size() > 0;
        } catch (Throwable broken) { // a backend that fails must not end the thread, nor keep it spinning
            Log.backendFailed("reading signals", broken);
            pause();
            return false;
        } finally {
            lock.lock();
            try {
                reading = false;
                readingIsFree.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    private int queueRoom() {
        lock.lock();
        try {
            return room();
        } finally {
            lock.unlock();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException hurry) {
            // Trying again earlier is all right.
        }
    }

    private void arrived(Delivery delivery, long now) {
        Slot slot = table.slotOrNull(delivery.number());
        if (slot == null) {
            Log.backendFailed(
                    "naming a signal",
                    new IllegalStateException("number " + delivery.number() + " is not in the table"));
            return;
        }
        slot.countReceived(delivery.count());
        route(DispatchedEvent.of(slot, delivery, now, backend));
    }

    /** Serves who need not wait, and queues the event for the others. */
    private void route(DispatchedEvent event) {
        if (gate.takes(event)) {
            return;
        }
        Slot slot = event.slot();
        Subscriber[] subscribers = slot.subscribers();
        boolean needsDispatch = slot.handling().isCode();
        for (Subscriber subscriber : subscribers) {
            needsDispatch |= !subscriber.hasExecutor();
            if (subscriber.hasExecutor() && subscriber.cancelsDefault()) {
                event.shareFate(backend);
                event.fates().forEach(Fate::claim);
            }
        }
        DispatchedEvent elsewhere = null;
        for (Subscriber subscriber : subscribers) {
            if (subscriber.hasExecutor()) {
                elsewhere = elsewhere == null ? event.copy() : elsewhere;
                subscriber.callElsewhere(elsewhere, event.fates());
            }
        }
        if (!needsDispatch) {
            event.settle(backend, slot.handling().outcome());
            if (elsewhere != null) {
                safePoints.countHandled();
            }
            return;
        }
        lock.lock();
        try {
            queue.add(event);
        } finally {
            lock.unlock();
        }
    }

    /** A waiter has got an event. */
    void taken(DispatchedEvent event) {
        event.settle(backend, Outcome.CANCELLED);
        wakeWaiting();
    }

    void wakeWaiting() {
        safePoints.changed();
    }

    void await(Waiter waiter) {
        if (gate.await(waiter)) {
            backend.wake(); // there may be room again
        }
    }

    void giveUp(Waiter waiter) {
        gate.giveUp(waiter);
    }

    void hold(List<Slot> slots) {
        gate.hold(slots);
    }

    /** Ends one hold of each slot, and passes on what was held. */
    void release(List<Slot> slots) {
        passOn(gate.release(slots));
    }

    /** Ends all waiting and holding. */
    void close() {
        passOn(gate.close());
    }

    /** Passes on events that were kept until now. */
    void passOn(List<DispatchedEvent> events) {
        if (!events.isEmpty()) {
            events.forEach(this::route);
            callDispatchThread();
        }
    }

    List<PendingSignal> held() {
        return gate.held();
    }

    /** Takes over events of which only the handlers are still to run. */
    void adopt(List<DispatchedEvent> events) {
        lock.lock();
        try {
            orphans.addAll(events);
        } finally {
            lock.unlock();
        }
        callDispatchThread();
    }

    /** Something was queued by another thread than the one that reads, which may be asleep in its read. */
    private void callDispatchThread() {
        lock.lock();
        try {
            readingIsFree.signalAll();
        } finally {
            lock.unlock();
        }
        backend.wake();
    }

    /** Runs the subscribers without an executor, newest first, then sees to the handler. */
    private void deliver(DispatchedEvent event) {
        event.setOpen(true);
        for (Subscriber subscriber : event.slot().subscribers()) {
            if (!subscriber.hasExecutor() && subscriber.call(event)) {
                event.cancel();
            }
        }
        event.setOpen(false);
        Thread.interrupted(); // what one listener did to this thread must not reach the next handler
        BoundThread bound = safePoints.bound();
        if (bound == null || !event.slot().handling().isCode()) {
            finishHere(event);
        } else if (!bound.defer(event)) {
            Throwable thrown = finish(event);
            Thread.interrupted();
            if (thrown != null) {
                bound.fail(thrown);
            }
        }
    }

    private void finishHere(DispatchedEvent event) {
        Handling handling = event.slot().handling();
        Throwable thrown = finish(event);
        if (thrown != null) {
            Calls.failed(handling.onException(), event, thrown);
        }
        Thread.interrupted();
    }

    /** Runs the handler, if there is one, and settles. Returns what the handler has thrown, or null. */
    Throwable finish(DispatchedEvent event) {
        Handling handling = event.slot().handling();
        Throwable thrown = null;
        if (handling.isCode()) {
            event.setOpen(true);
            try {
                handling.handler().handle(event);
            } catch (Throwable problem) { // whatever it is, dispatch goes on
                thrown = problem;
            }
            event.setOpen(false);
        }
        event.settle(backend, event.isCancelled() ? Outcome.CANCELLED : handling.outcome());
        safePoints.countHandled();
        return thrown;
    }
}
