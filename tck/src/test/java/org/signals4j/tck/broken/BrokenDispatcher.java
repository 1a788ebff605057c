/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.List;
import java.util.Set;

/**
 * Ways to break the dispatch of the api, each with the promise that it breaks and what else may fail with it. Each is an
 * edit of the sources, so that production code has no seam for it; docs/adr/0013 says why.
 */
enum BrokenDispatcher {
    /** The oldest subscriber comes first. */
    OLDEST_SUBSCRIBER_FIRST("SUB-1", Set.of("SUB-2"), new Edit("Slot", """
                            more[0] = subscriber;
                            System.arraycopy(subscribers, 0, more, 1, subscribers.length);
                    """, """
                            more[subscribers.length] = subscriber;
                            System.arraycopy(subscribers, 0, more, 0, subscribers.length);
                    """)),

    /** A subscriber that cancels the default action cancels the handler as well. */
    CANCEL_SUPPRESSES_HANDLER(
            "SUB-7",
            Set.of(),
            new Edit("Dispatcher", "if (handling.isCode()) {", "if (handling.isCode() && !event.isCancelled()) {")),

    /** To cancel the default action does nothing. */
    CANCEL_DOES_NOTHING(Sound.SUN_MISC, "SUB-7", Set.of("DEF-4"), Set.of(), new Edit("DispatchedEvent", """
                                    + " the event; declare SubscribeOption.CANCEL_DEFAULT when you subscribe");
                        }
                        cancelled = true;
                    """, """
                                    + " the event; declare SubscribeOption.CANCEL_DEFAULT when you subscribe");
                        }
                    """)),

    /** An executor that has not come to the last event gets the next one in the same call. */
    EXECUTOR_EVENTS_ARE_MERGED(
            "SUB-9",
            Set.of(),
            new Edit("Subscriber", "settings.executor().execute(() -> {", """
                                synchronized (this) {
                                    if (waits != null) {
                                        waits.merge(event);
                                        release(fates, true);
                                        return;
                                    }
                                    waits = event;
                                }
                                settings.executor().execute(() -> {
                                    synchronized (this) {
                                        waits = null;
                                    }
                    """),
            new Edit(
                    "Subscriber",
                    "private volatile boolean open = true;",
                    "private volatile boolean open = true; private DispatchedEvent waits;")),

    /** A listener can be called after its subscription was closed. */
    CALLS_AFTER_CLOSE(
            "SUB-2",
            Set.of(),
            new Edit("Subscriber", "if (!open) {", "if (false) {"),
            new Edit("Subscriber", "boolean called = open;", "boolean called = true;")),

    /** Closing a subscription waits until its listener has returned. */
    CLOSE_WAITS_FOR_CALL(
            "SUB-3",
            Set.of(),
            new Edit(
                    "Subscriber",
                    "boolean call(DispatchedEvent event) {",
                    "synchronized boolean call(DispatchedEvent event) {"),
            new Edit("Subscriber", "boolean shut() {", "synchronized boolean shut() {")),

    /** Each event has a thread of its own. */
    THREAD_FOR_EACH_EVENT(
            "DEL-1",
            Set.of("DEL-2", "DEL-3", "DEL-6", "DEL-10", "STAT-1", "WAIT-7"),
            Set.of("DEL-5"),
            new Edit("Dispatcher", "            deliver(event);", """
                                DispatchedEvent mine = event;
                                thread("signals4j dispatch", () -> deliver(mine)).start();
                    """)),

    /** What waits behind a handler is not merged. */
    NO_MERGING(
            "DEL-6",
            Set.of("STAT-1"),
            new Edit(
                    "EventQueue",
                    "DispatchedEvent earlier = waiting.putIfAbsent(slot, event);",
                    "DispatchedEvent earlier = null;")),

    /** Events are merged, and their arrivals are not added up. */
    MERGED_COUNT_IS_ONE(
            "DEL-6",
            Set.of("HLD-1", "HLD-2", "HLD-3", "PND-1", "STAT-1"),
            new Edit(
                    "DispatchedEvent",
                    "count = (int) Math.min((long) count + later.count, Integer.MAX_VALUE);",
                    "// nothing is added")),

    /** Nobody reads while a handler runs. */
    NO_STANDBY(
            "DEL-7",
            Set.of("DEL-6", "STAT-1", "SUB-9"),
            Set.of("MAIN-9"), // unless something else has the dispatch thread look
            new Edit("Dispatcher", "TimeUnit.MILLISECONDS.toNanos(5)", "TimeUnit.HOURS.toNanos(1)")),

    /** What nobody watches here waits behind the handlers all the same. */
    DEFAULT_WAITS_BEHIND_HANDLERS(
            Sound.SUN_MISC,
            "DEL-7",
            Set.of(),
            Set.of(),
            new Edit(
                    "Dispatcher",
                    "boolean needsDispatch = slot.handling().isCode();",
                    "boolean needsDispatch = true;")),

    /** A handler leaves its thread interrupted to the next one. */
    INTERRUPT_LEAKS(
            "DEL-8",
            Set.of(),
            new Edit(
                    "Dispatcher",
                    "Thread.interrupted(); // what one listener did to this thread must not reach the next handler",
                    ""),
            new Edit("Dispatcher", """
                                Calls.failed(handling.onException(), event, thrown);
                            }
                            Thread.interrupted();
                    """, """
                                Calls.failed(handling.onException(), event, thrown);
                            }
                    """)),

    /** Nobody is told what a handler has thrown. */
    EXCEPTION_HANDLER_NOT_CALLED(
            "EXC-1",
            Set.of("EXC-2", "EXC-3", "EXC-5", "EXC-6"),
            new Edit("Calls", "onException.accept(event, thrown);", "")),

    /** An error, unlike an exception, ends the dispatch thread. */
    ERROR_ENDS_DISPATCH(
            "EXC-3",
            Set.of("EXC-1", "EXC-6"),
            new Edit(
                    "Dispatcher",
                    "} catch (Throwable problem) { // whatever it is, dispatch goes on",
                    "} catch (Exception problem) {")),

    /** A hold does not keep anything. */
    HOLD_KEEPS_NOTHING(
            "HLD-1",
            Set.of("HLD-2", "HLD-3", "HLD-6", "HLD-7", "PND-1", "RT-5", "WAIT-10"),
            Set.of("CAP-3", "HLD-4"),
            new Edit("Gate", "if (slot.holds() == 0) {", "if (slot.holds() >= 0) {")),

    /** What was held is forgotten. */
    HOLD_LOSES(
            "HLD-2",
            Set.of("HLD-1", "HLD-3", "HLD-6", "HLD-7", "PND-1", "RT-5"),
            new Edit("Gate", "                free.add(event);", "                // forgotten")),

    /** The first hold that closes ends the others. */
    HOLDS_DO_NOT_NEST("HLD-3", Set.of(), new Edit("Gate", "slot.changeHolds(-1);", "slot.changeHolds(-slot.holds());")),

    /** What a waiter gets, the handler gets as well. */
    WAITER_DOES_NOT_TAKE("WAIT-1", Set.of(), Set.of("HLD-4", "WAIT-5"), new Edit("Gate", """
                                if (waiter.offer(event)) {
                                    return true;
                    """, """
                                if (waiter.offer(event)) {
                                    return false;
                    """)),

    /** Who waits last is served first. */
    LAST_WAITER_FIRST("WAIT-2", Set.of(), new Edit("Gate", """
                            for (Waiter waiter : waiters) {
                                if (waiter.waitsFor(slot)) {
                                    return waiter;
                                }
                            }
                            return null;
                    """, """
                            Waiter last = null;
                            for (Waiter waiter : waiters) {
                                if (waiter.waitsFor(slot)) {
                                    last = waiter;
                                }
                            }
                            return last;
                    """)),

    /** Waits give up after half of their time. */
    WAITS_GIVE_UP_EARLY(
            "WAIT-3",
            Set.of("MAIN-6", "WAIT-11"),
            new Edit("SafePoints", "nanos - (System.nanoTime() - start)", "nanos / 2 - (System.nanoTime() - start)")),

    /** A future that was cancelled still takes the next arrival. */
    CANCELLED_FUTURE_TAKES(
            "WAIT-5",
            Set.of(),
            new Edit("Waiting", """
                                dispatcher.giveUp(waiter);
                                registry.giveBack(slots);
                    """, """
                                registry.giveBack(slots);
                    """),
            new Edit("FutureWaiter", """
                            if (future.isDone()) {
                                return false;
                            }
                    """, ""),
            new Edit("FutureWaiter", "dispatcher.passOn(List.of(event));", "dispatcher.taken(event);")),

    /** Real-time signals are merged as standard ones are. */
    REALTIME_IS_MERGED(
            "RT-4",
            Set.of("RT-1", "RT-5"),
            Set.of("RT-2"),
            new Edit("Slot", "return spec.signal() instanceof RealtimeSignal;", "return false;")),

    /** The statistics do not count what was merged. */
    MERGED_NOT_COUNTED("STAT-1", Set.of(), new Edit("EventQueue", "slot.countMerged(event.count());", "")),

    /** A thread of a closed system stays. */
    STANDBY_STAYS("LIFE-9", Set.of("LIFE-4"), new Edit("Dispatcher", """
                            while (awaitStandbyReading()) {
                                read();
                            }
                    """, """
                            while (awaitStandbyReading()) {
                                read();
                            }
                            while (true) {
                                java.util.concurrent.locks.LockSupport.park();
                            }
                    """)),

    /** A system that is closed still raises. */
    CLOSED_STILL_RAISES("LIFE-3", Set.of(), new Edit("SignalEngine", """
                    public void raise(Signal signal) {
                            registry.requireOpen();
                    """, "public void raise(Signal signal) {\n")),

    /** Who pauses or sleeps is not told that the system was closed. */
    CLOSE_LEAVES_PAUSE(
            "WAIT-9",
            Set.of("LIFE-6"),
            new Edit("SafePoints", "() -> closed || condition.getAsBoolean()", "condition")),

    /** Who takes from a stream, a channel or a publisher is not told that the system was closed. */
    CLOSE_LEAVES_STREAMS(
            "STR-3",
            Set.of("LIFE-6", "STR-4", "STR-5"),
            new Edit("SignalEngine", "ended.forEach(SignalEngine::end);", "")),

    /** What waits for a bound thread that has ended waits until something else happens. */
    ENDED_THREAD_KEEPS_EVENTS("MAIN-9", Set.of(), new Edit("Dispatcher", """
                                    safePoints.bound(); // a look: what waits for a bound thread that has ended comes back to us
                    """, "")),

    /** The number of who sent is 0 where nobody has. */
    UNKNOWN_PID_IS_ZERO(
            "EVT-5",
            Set.of(),
            new Edit(
                    "DispatchedEvent",
                    "return delivery.pid() > 0 ? OptionalLong.of(delivery.pid()) : OptionalLong.empty();",
                    "return OptionalLong.of(delivery.pid());")),

    /** A value of more than 32 bits is not cut. */
    VALUE_SATURATES(
            "EVT-7",
            Set.of("SND-8"),
            new Edit(
                    "DispatchedEvent",
                    "OptionalInt.of((int) delivery.value())",
                    "OptionalInt.of((int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, delivery.value())))")),

    /** The bound thread runs no handlers while it waits for a signal. */
    AWAIT_IS_NO_SAFE_POINT(
            "MAIN-6",
            Set.of(),
            new Edit(
                    "Waiting",
                    "safePoints.await(waiter::isDone, nanos == null ? SafePoints.NEVER : nanos);",
                    "safePoints.await(waiter::isDone, nanos == null ? SafePoints.NEVER : nanos, null);"),
            new Edit("SafePoints", """
                        boolean await(BooleanSupplier condition, long nanos) throws InterruptedException {
                            BoundThread mine = bound();
                    """, """
                        boolean await(BooleanSupplier condition, long nanos) throws InterruptedException {
                            return await(condition, nanos, bound());
                        }
                        boolean await(BooleanSupplier condition, long nanos, BoundThread mine)
                                throws InterruptedException {
                    """)),

    /** Any thread that comes to a checkpoint runs what is due. */
    CHECKPOINT_ON_ANY_THREAD("MAIN-8", Set.of(), new Edit("Waiting", """
                            BoundThread bound = mine();
                            if (bound != null) {
                    """, """
                            BoundThread bound = safePoints.bound();
                            if (bound != null) {
                    """)),

    /** Handlers run on behalf of any thread that is in a call. */
    CALL_ON_ANY_THREAD("MAIN-8", Set.of(), new Edit("Waiting", """
                            BoundThread bound = mine();
                            return bound == null
                    """, """
                            BoundThread bound = safePoints.bound();
                            return bound == null
                    """)),

    /** With a bound thread, handlers still run on the dispatch thread. */
    BOUND_THREAD_IS_PASSED_OVER(
            "MAIN-1",
            Set.of("MAIN-6", "MAIN-8"),
            new Edit("BoundThread", "if (closed || calls > 0) {", "if (closed || calls >= 0) {"));

    /** Which sound provider is used: only a real process shows some of them. */
    final Sound sound;

    final String promise;

    /** What fails with it, always. */
    final Set<String> consequences;

    /** What may fail with it: that depends on the time, or on where the test is run. */
    final Set<String> possible;

    final List<Edit> edits;

    BrokenDispatcher(String promise, Set<String> consequences, Edit... edits) {
        this(promise, consequences, Set.of(), edits);
    }

    BrokenDispatcher(String promise, Set<String> consequences, Set<String> possible, Edit... edits) {
        this(Sound.FAKE, promise, consequences, possible, edits);
    }

    BrokenDispatcher(Sound sound, String promise, Set<String> consequences, Set<String> possible, Edit... edits) {
        this.sound = sound;
        this.promise = promise;
        this.consequences = consequences;
        this.possible = possible;
        this.edits = List.of(edits);
    }
}
