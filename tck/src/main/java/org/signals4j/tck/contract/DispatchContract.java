/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Signal;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** Where and in which order handlers run. */
@Needs(Capability.RAISE)
class DispatchContract extends InProcess {

    /** Written by one handler and read by the next without any protection. */
    private int plain;

    @Test
    @Checks({"DEL-1", "DEL-2", "DEL-3"})
    void handlersRunOneAtATimeOnOneDaemonThread() {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        Recorder handler = recorder().doing(event -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            threads.add(Thread.currentThread());
            int before = plain;
            Thread.yield();
            plain = before + 1;
            inside.decrementAndGet();
        });
        for (Signal each : List.of(first, second, third)) {
            system.handle(each, handler);
            system.subscribe(each, handler);
        }
        int rounds = 50;
        for (int i = 1; i <= rounds; i++) {
            int calls = 6 * i;
            cause(first);
            cause(second);
            cause(third);
            Patience.await("the calls of round " + i, () -> handler.size() >= calls);
        }
        Patience.await("the last call to end", () -> inside.get() == 0);
        assertEquals(1, most.get(), "calls at the same time");
        assertEquals(1, threads.size(), "threads that called: " + threads);
        Thread dispatch = threads.iterator().next();
        assertNotSame(Thread.currentThread(), dispatch);
        assertTrue(dispatch.isDaemon(), "it is a daemon");
        Patience.await("what the last handler wrote", () -> plain == 6 * rounds);
    }

    @Test
    @Checks("DEL-4")
    void theCountsAddUp() {
        Recorder handler = recorder();
        Recorder watching = recorder();
        system.handle(first, handler);
        system.subscribe(first, watching);
        for (int i = 1; i <= 100; i++) {
            cause(first);
            handler.awaitCount(i, "arrivals of " + first);
        }
        assertEquals(100, handler.arrivals());
        assertEquals(100, watching.arrivals());
    }

    @Test
    @Checks("DEL-5")
    @Needs({Capability.RAISE, Capability.ARRIVAL_ORDER})
    void differentSignalsComeInTheOrderOfArrival() {
        for (int round = 0; round < 20; round++) {
            List<Signal> sent = round % 2 == 0 ? List.of(second, first, third) : List.of(third, first, second);
            Recorder handler = recorder();
            sent.forEach(each -> system.handle(each, handler));
            sent.forEach(this::cause);
            List<Signal> seen = handler.next(3, "one event of each signal").stream()
                    .map(SignalEvent::signal)
                    .toList();
            assertEquals(sent, seen, "round " + round);
        }
    }

    @Test
    @Checks("DEL-6")
    void whatWaitsBehindAHandlerIsMerged() {
        CountDownLatch release = new CountDownLatch(1);
        Recorder busy = recorder().doing(event -> release.await());
        Recorder handler = recorder();
        system.handle(second, busy);
        system.handle(first, handler);
        cause(second);
        busy.next("the handler that stays");
        long before = system.statistics(first).received();
        for (int i = 1; i <= 7; i++) {
            int arrivals = i;
            cause(first);
            Patience.await(
                    "arrival " + i + " to be read behind the handler",
                    () -> system.statistics(first).received() - before >= arrivals);
        }
        // An arrival is counted before it is queued: when the next is counted, this has been done.
        long others = system.statistics(second).received();
        cause(second);
        Patience.await("one more arrival", () -> system.statistics(second).received() > others);
        release.countDown();
        assertEquals(7, handler.next("the merged event").count(), "count of the merged event");
        Recorder sentinel = recorder();
        system.handle(second, sentinel);
        cause(second);
        sentinel.next("a later event");
        assertEquals(1, handler.size(), "events of what was merged");
    }

    @Test
    @Checks("DEL-7")
    void aStuckHandlerDoesNotDelayAWaiter() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Recorder busy = recorder().doing(event -> release.await());
        system.handle(second, busy);
        cause(second);
        busy.next("the handler that stays");
        var next = system.next(first);
        try {
            cause(first);
            assertEquals(
                    first, Patience.within("the event for the waiter", next).signal());
        } finally {
            release.countDown();
        }
    }

    @Test
    @Checks("DEL-8")
    void anInterruptDoesNotReachTheNextHandler() {
        AtomicReference<Boolean> interrupted = new AtomicReference<>();
        Recorder careless = recorder().doing(event -> Thread.currentThread().interrupt());
        Recorder next =
                recorder().doing(event -> interrupted.set(Thread.currentThread().isInterrupted()));
        system.handle(first, careless);
        system.handle(second, next);
        system.subscribe(second, event -> Thread.currentThread().interrupt());
        cause(first);
        careless.next("the handler that interrupts");
        cause(second);
        next.next("the handler behind it");
        Patience.await("the next handler to look", () -> interrupted.get() != null);
        assertFalse(interrupted.get(), "the next handler was called with the interrupt of another");
    }

    @Test
    @Checks("DEL-9")
    void aHandlerMayRaiseAndRegister() {
        Recorder inner = recorder();
        Recorder outer = recorder().doing(event -> {
            system.handle(second, inner);
            system.subscribe(third, inner).close();
            cause(second);
        });
        system.handle(first, outer);
        cause(first);
        outer.next("the handler that raises");
        assertEquals(second, inner.next("what it has raised").signal());
    }

    @Test
    @Checks("DEL-10")
    void aStormNeedsNoThreads() {
        Recorder handler = recorder();
        Set<Long> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger raised = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        handler.doing(event -> {
            threads.add(Thread.currentThread().getId());
            seen.set(raised.get());
        });
        system.handle(first, handler);
        for (int i = 1; i <= 1000; i++) {
            int last = raised.incrementAndGet();
            cause(first);
            if (i % 50 == 0) {
                // However many are merged, there is an event after the last one.
                Patience.await("an event after arrival " + i, () -> seen.get() == last);
            }
        }
        awaitQuiet(handler);
        assertEquals(1, threads.size(), "threads that called the handler");
    }

    @Test
    @Checks("DEL-11")
    void theClassLoaderIsTheSystems() {
        AtomicReference<ClassLoader> loader = new AtomicReference<>();
        system.handle(first, event -> loader.set(Thread.currentThread().getContextClassLoader()));
        cause(first);
        Patience.await("the handler to look", () -> loader.get() != null);
        assertSame(ClassLoader.getSystemClassLoader(), loader.get());
    }

    @Test
    @Checks("DEL-12")
    void afterTheLastRaiseOfEveryThreadThereIsAnEvent() {
        AtomicInteger raised = new AtomicInteger();
        AtomicInteger seen = new AtomicInteger();
        system.handle(first, event -> seen.set(raised.get()));
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Thread thread = new Thread(
                    () -> {
                        for (int k = 0; k < 50; k++) {
                            raised.incrementAndGet();
                            cause(first);
                        }
                    },
                    "tck raiser " + i);
            threads.add(thread);
            thread.start();
        }
        threads.forEach(thread -> Patience.join(thread, "a thread that raises"));
        Patience.await("an event after the last raise", () -> seen.get() == 200);
    }

    /** Waits until whatever was raised before has been handled. */
    private void awaitQuiet(Recorder handler) {
        SignalHandler before = system.handler(second);
        Recorder sentinel = recorder();
        system.handle(second, sentinel);
        cause(second);
        sentinel.next("a later event");
        system.handle(second, before);
        assertFalse(handler.seen().isEmpty());
    }
}
