/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.ReservedSignalException;
import org.signals4j.Signal;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.SubscribeOption;
import org.signals4j.Subscription;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** Watching signals. */
class SubscriptionContract extends InProcess {

    @Test
    @Checks("SUB-1")
    @Needs(Capability.RAISE)
    void theNewestComesFirstAndTheHandlerLast() {
        List<String> order = new CopyOnWriteArrayList<>();
        Recorder handler = recorder().doing(event -> order.add("handler"));
        system.subscribe(first, event -> order.add("old"));
        system.handle(first, handler);
        system.subscribe(first, event -> order.add("middle"));
        system.subscribe(first, event -> order.add("new"));
        for (int i = 0; i < 3; i++) {
            cause(first);
            handler.next("the handler's event");
            Patience.await("all to be called", () -> order.size() == 4);
            assertEquals(List.of("new", "middle", "old", "handler"), order);
            order.clear();
        }
    }

    @Test
    @Checks({"SUB-2", "SUB-11"})
    @Needs(Capability.RAISE)
    void whoHasLeftIsNotCalledAndOthersAre() {
        Recorder leaves = recorder();
        Recorder stays = recorder();
        Recorder handler = recorder();
        system.handle(first, handler);
        Subscription subscription = system.subscribe(first, leaves);
        system.subscribe(first, stays);
        cause(first);
        leaves.next("the event before close");
        handler.next("the handler's event");
        subscription.close();
        for (int i = 0; i < 5; i++) {
            cause(first);
            handler.next("the handler's event");
        }
        stays.next(6, "the events of the subscriber that stays");
        assertEquals(1, leaves.size(), "events of the subscriber that has left after the first");
    }

    @Test
    @Checks("SUB-2")
    @Needs(Capability.RAISE)
    void whatWasOnItsWayIsNotCalledAfterClose() {
        List<Runnable> queued = new CopyOnWriteArrayList<>();
        Recorder older = recorder();
        Recorder elsewhere = recorder();
        Recorder handler = recorder();
        system.handle(first, handler);
        Subscription behind = system.subscribe(first, older);
        Subscription waits = system.subscribe(first, elsewhere, SubscribeOption.executor(queued::add));
        system.subscribe(first, event -> behind.close());
        cause(first);
        handler.next("the handler's event");
        Patience.await("the executor to get the call", () -> queued.size() == 1);
        waits.close();
        queued.forEach(Runnable::run);
        assertEquals(0, older.size(), "calls of a listener that a newer one has closed");
        assertEquals(0, elsewhere.size(), "calls of a listener that was closed before its executor came to it");
    }

    @Test
    @Checks("SUB-3")
    @Needs(Capability.RAISE)
    void aListenerMayCloseItsOwnSubscription() throws Exception {
        AtomicReference<Subscription> own = new AtomicReference<>();
        Recorder once = recorder().doing(event -> own.get().close());
        Recorder handler = recorder();
        system.handle(first, handler);
        own.set(system.subscribe(first, once));
        cause(first);
        handler.next("the event behind the listener that closes itself");
        cause(first);
        handler.next("the next event");
        assertEquals(1, once.size());

        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch inside = new CountDownLatch(1);
        Subscription busy = system.subscribe(first, event -> {
            inside.countDown();
            release.await();
        });
        cause(first);
        try {
            Patience.await("the listener to be called", () -> inside.getCount() == 0);
            Thread closer = new Thread(busy::close, "tck closer");
            closer.start();
            Patience.join(closer, "close, while the listener is running");
        } finally {
            release.countDown();
        }
        handler.next("the event behind the listener that was closed");
    }

    @Test
    @Checks("SUB-4")
    void closingAgainDoesNothing() {
        Recorder stays = recorder();
        Subscription one = system.subscribe(List.of(first, second), recorder());
        Subscription two = system.subscribe(first, stays);
        assertEquals(Set.of(first, second), one.signals());
        one.close();
        one.close();
        assertEquals(Set.of(first, second), one.signals());
        assertTrue(two.isActive(), "another subscription to the same signal is active");
    }

    @Test
    @Checks("SUB-5")
    void oneCanTellWhetherItIsActive() {
        Subscription subscription = system.subscribe(List.of(first, second), recorder());
        assertTrue(subscription.isActive());
        assertTrue(subscription.isActive(second));
        assertThrows(IllegalArgumentException.class, () -> subscription.isActive(third));
        subscription.close();
        assertFalse(subscription.isActive());
        assertFalse(subscription.isActive(first));
    }

    @Test
    @Checks("SUB-6")
    void itTakesAllOrNone() {
        for (Signal reserved : system.signals()) {
            if (!system.info(reserved).allowed()) {
                assertThrows(
                        ReservedSignalException.class,
                        () -> system.subscribe(List.of(first, reserved, second), recorder()));
            }
        }
        assertSame(SignalHandler.DEFAULT, system.handler(first));
        assertSame(SignalHandler.DEFAULT, system.handler(second));
        assertFalse(
                system.info(first).disposition() == org.signals4j.Disposition.CAUGHT, first + " is taken all the same");
    }

    @Test
    @Checks("SUB-7")
    @Needs(Capability.RAISE)
    void cancellingSuppressesTheDefaultAndNothingElse() {
        Recorder older = recorder();
        Recorder handler = recorder();
        system.handle(first, handler);
        system.subscribe(first, older);
        system.subscribe(first, event -> event.cancelDefault());
        cause(first);
        older.next("the event of an older subscriber");
        handler.next("the event of the handler");
    }

    @Test
    @Checks("SUB-8")
    @Needs(Capability.RAISE)
    void aLateCancelIsAnError() {
        Recorder handler = recorder();
        system.handle(first, handler);
        cause(first);
        var event = handler.next("the event");
        Recorder sentinel = recorder();
        system.handle(second, sentinel);
        cause(second);
        sentinel.next("a later event, so that the first call has ended");
        assertThrows(IllegalStateException.class, event::cancelDefault);

        AtomicReference<Throwable> thrown = new AtomicReference<>();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            system.subscribe(
                    first,
                    late -> {
                        try {
                            late.cancelDefault();
                            thrown.set(new AssertionError("cancelDefault was accepted on an executor"));
                        } catch (Throwable refused) {
                            thrown.set(refused);
                        }
                    },
                    SubscribeOption.executor(executor));
            cause(first);
            Patience.await("the call on the executor", () -> thrown.get() != null);
            assertTrue(thrown.get() instanceof IllegalStateException, String.valueOf(thrown.get()));
        } finally {
            executor.shutdown();
        }
    }

    @Test
    @Checks({"SUB-9", "DEL-7"})
    @Needs(Capability.RAISE)
    void anExecutorIsNotDelayedByAHandler() {
        CountDownLatch release = new CountDownLatch(1);
        Recorder busy = recorder().doing(event -> release.await());
        Recorder watching = recorder();
        AtomicReference<String> thread = new AtomicReference<>();
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "tck own executor"));
        try {
            system.handle(second, busy);
            system.subscribe(
                    first,
                    watching.doing(event -> thread.set(Thread.currentThread().getName())),
                    SubscribeOption.executor(executor),
                    SubscribeOption.CANCEL_DEFAULT);
            cause(second);
            busy.next("the handler that stays");
            for (int i = 0; i < 3; i++) {
                cause(first);
                assertEquals(1, watching.next("the event on the executor").count());
            }
            Patience.await("the name of the executor's thread", () -> thread.get() != null);
            assertEquals("tck own executor", thread.get());
        } finally {
            release.countDown();
            executor.shutdown();
        }
    }

    @Test
    @Checks("SUB-9")
    @Needs(Capability.RAISE)
    void anExecutorThatIsBehindStillGetsEachArrival() {
        List<Runnable> queued = new CopyOnWriteArrayList<>();
        Recorder watching = recorder();
        system.subscribe(first, watching, SubscribeOption.executor(queued::add), SubscribeOption.CANCEL_DEFAULT);
        for (int i = 1; i <= 5; i++) {
            int calls = i;
            cause(first);
            // Each is waited for, because the system may merge what it has not delivered.
            Patience.await("call " + i + " to be given to the executor", () -> queued.size() == calls);
        }
        queued.forEach(Runnable::run);
        assertEquals(
                List.of(1L, 1L, 1L, 1L, 1L),
                watching.seen().stream().map(SignalEvent::count).toList(),
                "counts of the events");
    }

    @Test
    @Checks("SUB-10")
    @Needs(Capability.RAISE)
    void whatIsIgnoredCanBeWatched() {
        Recorder watching = recorder();
        system.handle(third, SignalHandler.IGNORE);
        Subscription subscription = system.subscribe(third, watching);
        cause(third);
        watching.next("the event of an ignored signal");
        assertSame(SignalHandler.IGNORE, system.handler(third));
        subscription.close();
        assertSame(SignalHandler.IGNORE, system.handler(third));
    }
}
