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
            Set.of("DEL-2", "DEL-3", "DEL-5", "DEL-6", "DEL-10", "STAT-1", "WAIT-7"),
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
            Set.of("DEL-4", "DEL-10", "HLD-1", "HLD-2", "PND-1", "STAT-1"),
            new Edit(
                    "DispatchedEvent",
                    "count = (int) Math.min((long) count + later.count, Integer.MAX_VALUE);",
                    "// nothing is added")),

    /** Nobody reads while a handler runs. */
    NO_STANDBY(
            "DEL-7",
            Set.of("DEL-6", "MAIN-9", "STAT-1", "SUB-9"),
            new Edit("Dispatcher", "TimeUnit.MILLISECONDS.toNanos(5)", "TimeUnit.HOURS.toNanos(1)")),

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
            Set.of("CAP-3", "HLD-2", "HLD-3", "HLD-4", "HLD-6", "HLD-7", "PND-1", "RT-5", "WAIT-10"),
            new Edit("Gate", "if (slot.holds() == 0) {", "if (slot.holds() >= 0) {")),

    /** What was held is forgotten. */
    HOLD_LOSES(
            "HLD-2",
            Set.of("HLD-1", "HLD-3", "HLD-6", "HLD-7", "PND-1", "RT-5"),
            new Edit("Gate", "                free.add(event);", "                // forgotten")),

    /** The first hold that closes ends the others. */
    HOLDS_DO_NOT_NEST("HLD-3", Set.of(), new Edit("Gate", "slot.changeHolds(-1);", "slot.changeHolds(-slot.holds());")),

    /** What a waiter gets, the handler gets as well. */
    WAITER_DOES_NOT_TAKE("WAIT-1", Set.of("HLD-4", "WAIT-5"), new Edit("Gate", """
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
            Set.of("RT-1", "RT-2", "RT-5"),
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

    /** With a bound thread, handlers still run on the dispatch thread. */
    BOUND_THREAD_IS_PASSED_OVER(
            "MAIN-1",
            Set.of("MAIN-3", "MAIN-5", "MAIN-6", "MAIN-7"),
            new Edit("BoundThread", "if (closed || calls > 0) {", "if (closed || calls >= 0) {"));

    final String promise;
    final Set<String> consequences;
    final List<Edit> edits;

    BrokenDispatcher(String promise, Set<String> consequences, Edit... edits) {
        this.promise = promise;
        this.consequences = consequences;
        this.edits = List.of(edits);
    }
}
