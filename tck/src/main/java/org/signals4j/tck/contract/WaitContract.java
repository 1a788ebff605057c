/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Hold;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** Waiting for signals. */
class WaitContract extends InProcess {

    private final List<Thread> threads = new ArrayList<>();

    /** Runs something in a thread, and waits until that thread waits. */
    private <T> FutureTask<T> waiting(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(future, "tck waiter " + threads.size());
        thread.setDaemon(true);
        threads.add(thread);
        thread.start();
        Patience.await(
                "a thread to wait",
                thread::getState,
                state -> state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING || future.isDone());
        return future;
    }

    @Test
    @Checks("WAIT-1")
    @Needs(Capability.RAISE)
    void theWaiterTakesTheSignal() {
        Recorder others = recorder();
        system.handle(first, others);
        system.subscribe(first, others);
        for (int i = 0; i < 10; i++) {
            var wait = waiting(() -> system.await(Set.of(first, second)));
            cause(first);
            assertEquals(
                    first, Patience.within("the event for the waiter", wait).signal());
        }
        cause(first);
        others.next(2, "the event after the waits");
        assertEquals(2, others.size(), "calls of handler and subscriber, for the last arrival alone");
    }

    @Test
    @Checks("WAIT-2")
    @Needs(Capability.RAISE)
    void whoWaitsFirstIsServedFirst() {
        var one = waiting(() -> system.await(Set.of(first)));
        var two = waiting(() -> system.await(Set.of(first)));
        cause(first);
        Patience.within("the event for the first waiter", one);
        assertTrue(!two.isDone(), "the second waiter has got something as well");
        cause(first);
        Patience.within("the event for the second waiter", two);
    }

    @Test
    @Checks("WAIT-3")
    void aWaitIsNeverTooShort() throws Exception {
        for (Duration time : List.of(Duration.ofMillis(1), Duration.ofMillis(50))) {
            long start = System.nanoTime();
            Optional<SignalEvent> event = system.await(Set.of(first), time);
            long took = System.nanoTime() - start;
            assertTrue(event.isEmpty(), "nothing was sent, and " + event + " came");
            assertTrue(took >= time.toNanos(), "waited " + took + " ns instead of " + time);
        }
    }

    @Test
    @Checks("WAIT-4")
    @Needs(Capability.RAISE)
    void anInterruptEndsTheWaitAndTakesNothing() {
        Recorder handler = recorder();
        system.handle(first, handler);
        var wait = waiting(() -> {
            try {
                system.await(Set.of(first));
                return "returned";
            } catch (InterruptedException interrupted) {
                return "interrupted";
            }
        });
        threads.get(0).interrupt();
        assertEquals("interrupted", Patience.within("the end of the wait", wait));
        cause(first);
        handler.next("the event after the wait was interrupted");
    }

    @Test
    @Checks("WAIT-5")
    @Needs(Capability.RAISE)
    void aFutureIsCompletedByTheNextArrival() {
        Recorder handler = recorder();
        system.handle(first, handler);
        CompletableFuture<SignalEvent> next = system.next(first, second);
        cause(first);
        assertEquals(first, Patience.within("the future", next).signal());
        CompletableFuture<SignalEvent> cancelled = system.next(first);
        cancelled.cancel(false);
        cause(first);
        handler.next("the event after the future was cancelled");
        assertEquals(1, handler.size());
    }

    @Test
    @Checks("WAIT-6")
    @Needs(Capability.RAISE)
    void pauseReturnsAfterAHandler() {
        Recorder handler = recorder();
        system.handle(first, handler);
        var pause = waiting(() -> {
            system.pause();
            return handler.size();
        });
        cause(first);
        assertEquals(1, Patience.within("the end of the pause", pause));
        Recorder listener = recorder();
        system.subscribe(second, listener, org.signals4j.SubscribeOption.CANCEL_DEFAULT);
        var another = waiting(() -> {
            system.pause();
            return listener.size();
        });
        cause(second);
        assertEquals(1, Patience.within("the end of the pause", another));
    }

    @Test
    @Checks("WAIT-7")
    @Needs(Capability.RAISE)
    void aHandlerMustNotWait() throws Exception {
        LinkedBlockingQueue<Optional<Throwable>> results = new LinkedBlockingQueue<>();
        List<Callable<?>> waits = List.of(
                () -> system.await(Set.of(second), Duration.ofMillis(1)),
                () -> {
                    system.pause();
                    return null;
                },
                () -> {
                    system.sleep(Duration.ofMillis(1));
                    return null;
                });
        for (Callable<?> wait : waits) {
            system.handle(first, event -> {
                try {
                    wait.call();
                    results.add(Optional.empty());
                } catch (Throwable thrown) {
                    results.add(Optional.of(thrown));
                }
            });
            cause(first);
            Patience.await("the handler to end", () -> !results.isEmpty());
            assertInstanceOf(IllegalStateException.class, results.take().orElse(null));
        }
    }

    @Test
    @Checks("WAIT-8")
    @Needs(Capability.RAISE)
    void aWaitLeavesNoTrace() {
        var before = system.info(first).disposition();
        var wait = waiting(() -> system.await(Set.of(first)));
        cause(first);
        Patience.within("the event for the waiter", wait);
        Patience.await("the signal to be as before", () -> system.info(first).disposition() == before);
        assertSame(SignalHandler.DEFAULT, system.handler(first));
        Recorder handler = recorder();
        system.handle(first, handler);
        cause(first);
        handler.next("the event after the wait");
    }

    @Test
    @Checks("WAIT-9")
    void closeEndsAllWaits() {
        var await = waiting(() -> thrownBy(() -> system.await(Set.of(first))));
        var timed = waiting(() -> thrownBy(() -> system.await(Set.of(second), Duration.ofHours(1))));
        var pause = waiting(() -> thrownBy(() -> {
            system.pause();
            return null;
        }));
        var sleep = waiting(() -> thrownBy(() -> {
            system.sleep(Duration.ofHours(1));
            return null;
        }));
        CompletableFuture<SignalEvent> next = system.next(first);
        system.close();
        assertInstanceOf(IllegalStateException.class, Patience.within("the end of await", await));
        assertInstanceOf(IllegalStateException.class, Patience.within("the end of the await with a time", timed));
        assertInstanceOf(IllegalStateException.class, Patience.within("the end of pause", pause));
        assertInstanceOf(IllegalStateException.class, Patience.within("the end of sleep", sleep));
        Patience.await("the future to end", next::isDone);
        assertTrue(next.isCompletedExceptionally(), "the future of a closed system has failed");
    }

    @Test
    @Checks({"WAIT-9", "LIFE-6"})
    @Needs(Capability.RAISE)
    void closeInsideAHandlerEndsThemToo() {
        system.handle(first, event -> system.close());
        var await = waiting(() -> thrownBy(() -> system.await(Set.of(second))));
        var sleep = waiting(() -> thrownBy(() -> {
            system.sleep(Duration.ofHours(1));
            return null;
        }));
        cause(first);
        assertInstanceOf(IllegalStateException.class, Patience.within("the end of await", await));
        assertInstanceOf(IllegalStateException.class, Patience.within("the end of sleep", sleep));
    }

    @Test
    @Checks("WAIT-10")
    @Needs(Capability.RAISE)
    void aTimeOfZeroTakesWhatIsHeld() throws Exception {
        assertEquals(Optional.empty(), system.await(Set.of(first), Duration.ZERO));
        try (Hold hold = system.hold(first)) {
            cause(first);
            Patience.await("the signal to be held", () -> !system.pending().isEmpty());
            assertEquals(
                    first,
                    system.await(hold.signals(), Duration.ZERO).orElseThrow().signal());
            assertEquals(Optional.empty(), system.await(hold.signals(), Duration.ZERO));
        }
    }

    @Test
    @Checks("WAIT-11")
    void sleepIsNeverTooShort() throws Exception {
        long start = System.nanoTime();
        system.sleep(Duration.ofMillis(30));
        long took = System.nanoTime() - start;
        assertTrue(took >= 30_000_000, "slept " + took + " ns instead of 30 ms");
        system.sleep(Duration.ZERO);
    }

    private static Throwable thrownBy(Callable<?> call) {
        try {
            call.call();
            return null;
        } catch (Throwable thrown) {
            return thrown;
        }
    }
}
