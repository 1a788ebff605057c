/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.signals4j.Capability;
import org.signals4j.KeyboardInterruptException;
import org.signals4j.MainThread;
import org.signals4j.SignalHandler;
import org.signals4j.SignalHandlerException;
import org.signals4j.SubscribeOption;
import org.signals4j.Subscription;
import org.signals4j.ThreadTarget;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** Python's rules, for the thread that asks for them. */
class MainThreadContract extends InProcess {

    /** Comes to a safe point again and again until something is so. */
    private void untilAtSafePoint(String what, java.util.function.BooleanSupplier condition) {
        Patience.await(what, () -> {
            system.checkpoint();
            return condition.getAsBoolean();
        });
    }

    private static <T> T inAnotherThread(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Thread thread = new Thread(future, "tck another");
        thread.setDaemon(true);
        thread.start();
        return Patience.within("another thread", future);
    }

    @Test
    @Checks("MAIN-1")
    @Needs(Capability.RAISE)
    void handlersRunOnTheBoundThreadAtItsSafePoints() {
        AtomicReference<Thread> ran = new AtomicReference<>();
        Recorder watching = recorder();
        try (MainThread main = system.bindMainThread()) {
            assertSame(Thread.currentThread(), main.thread());
            system.handle(first, event -> ran.set(Thread.currentThread()));
            system.subscribe(first, watching);
            cause(first);
            watching.next("the event of the subscriber, who is not bound");
            assertSame(null, ran.get(), "the handler has run before a safe point");
            untilAtSafePoint("the handler to run", () -> ran.get() != null);
            assertSame(Thread.currentThread(), ran.get());
        }
    }

    @Test
    @Checks("MAIN-2")
    void onlyTheBoundThreadHandles() {
        try (MainThread main = system.bindMainThread()) {
            String thrown = inAnotherThread(() -> {
                try {
                    system.handle(first, event -> {});
                    return "accepted";
                } catch (IllegalStateException refused) {
                    return "refused";
                }
            });
            assertEquals("refused", thrown);
            assertSame(SignalHandler.DEFAULT, system.handler(first));
            inAnotherThread(() -> {
                system.subscribe(first, event -> {}).close();
                return null;
            });
            assertSame(SignalHandler.DEFAULT, system.handle(first, event -> {}));
            assertTrue(main.thread().isAlive());
        }
    }

    @Test
    @Checks({"MAIN-3", "MAIN-7"})
    @Needs(Capability.RAISE)
    void whatAHandlerThrowsComesOutOfTheSafePoint() {
        try (MainThread main = system.bindMainThread()) {
            IllegalArgumentException unchecked = new IllegalArgumentException("unchecked");
            system.handle(first, event -> {
                throw unchecked;
            });
            cause(first);
            assertSame(unchecked, assertThrows(IllegalArgumentException.class, this::sleepLong));
            IOException checked = new IOException("checked");
            system.handle(first, event -> {
                throw checked;
            });
            cause(first);
            SignalHandlerException wrapped = assertThrows(SignalHandlerException.class, this::sleepLong);
            assertSame(checked, wrapped.getCause());
            system.handle(first, SignalHandler.KEYBOARD_INTERRUPT);
            cause(first);
            assertThrows(KeyboardInterruptException.class, this::sleepLong);
            assertTrue(main.thread().isAlive());
        }
    }

    private void sleepLong() throws InterruptedException {
        system.sleep(Patience.limit());
    }

    @Test
    @Checks("MAIN-4")
    @Needs(Capability.RAISE)
    void aHandlerThatThrowsEndsACall() {
        try (MainThread main = system.bindMainThread()) {
            IllegalStateException late = new IllegalStateException("time is up");
            List<Thread> ran = new CopyOnWriteArrayList<>();
            system.handle(first, event -> {
                ran.add(Thread.currentThread());
                throw late;
            });
            for (boolean swallow : new boolean[] {false, true}) {
                IllegalStateException thrown = assertThrows(
                        IllegalStateException.class,
                        () -> system.call(() -> {
                            cause(first);
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException interrupted) {
                                if (!swallow) {
                                    throw interrupted;
                                }
                            }
                            return "swallowed";
                        }));
                assertSame(late, thrown);
            }
            assertEquals(2, ran.size());
            assertTrue(!ran.contains(main.thread()), "the bound thread was busy, and has run the handler");
            assertTrue(!Thread.interrupted(), "the interrupt was left behind");
        }
    }

    @Test
    @Checks("MAIN-5")
    @Needs(Capability.RAISE)
    void closingGivesHandlersBack() {
        Recorder handler = recorder();
        Recorder watching = recorder();
        MainThread main = system.bindMainThread();
        assertThrows(IllegalStateException.class, system::bindMainThread);
        system.handle(first, handler);
        system.subscribe(first, watching);
        cause(first);
        watching.next("the event of the subscriber");
        main.close();
        handler.next("the event that waited for a safe point");
        main.close();
        cause(first);
        handler.next("the event after the binding was ended");
        inAnotherThread(() -> system.handle(first, SignalHandler.DEFAULT));
    }

    /** No checkpoint comes in between: it would run what the pause, sleep or await has left. */
    @Test
    @Checks("MAIN-6")
    @Needs(Capability.RAISE)
    void pauseSleepAndAwaitAreSafePoints() throws Exception {
        Set<Thread> ran = ConcurrentHashMap.newKeySet();
        Recorder handler = recorder().doing(event -> ran.add(Thread.currentThread()));
        try (MainThread main = system.bindMainThread()) {
            system.handle(first, handler);
            Future<?> caused = whenWaiting(main.thread(), () -> cause(first));
            system.pause();
            assertEquals(1, handler.size(), "events that pause has handled");
            Patience.within("the cause of the pause's end", caused);
            Duration longer = Patience.limit().multipliedBy(2);
            isHandledDuring("sleep", handler, () -> system.sleep(longer));
            isHandledDuring("await", handler, () -> system.await(Set.of(second)));
            isHandledDuring("await with a time", handler, () -> system.await(Set.of(second), longer));
            assertEquals(Set.of(main.thread()), ran, "threads that have run the handler");
        }
    }

    /** Has a signal arrive during a wait that only an interrupt ends. */
    private void isHandledDuring(String wait, Recorder handler, Executable waiting) {
        Thread bound = Thread.currentThread();
        int handled = handler.size() + 1;
        Future<?> helper = whenWaiting(bound, () -> {
            try {
                cause(first);
                Patience.await("a handler to run during " + wait, () -> handler.size() == handled);
                Patience.await(wait + " to go on after the handler", () -> isWaiting(bound));
            } finally {
                bound.interrupt();
            }
        });
        assertThrows(InterruptedException.class, waiting, wait + " has ended before it was interrupted");
        Patience.within("what was to happen during " + wait, helper);
    }

    @Test
    @Checks("MAIN-6")
    @Needs(Capability.RAISE)
    void aSleepGoesOnAfterAHandler() throws Exception {
        Recorder handler = recorder();
        try (MainThread main = system.bindMainThread()) {
            system.handle(first, handler);
            long start = System.nanoTime();
            Future<?> caused = whenWaiting(main.thread(), () -> cause(first));
            system.sleep(Duration.ofMillis(300));
            assertTrue(System.nanoTime() - start >= 300_000_000, "the sleep did not go on after the handler");
            Patience.within("the cause of an event", caused);
        }
    }

    private static boolean isWaiting(Thread thread) {
        return thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING;
    }

    /** Does something in another thread, as soon as a thread waits. */
    private static Future<?> whenWaiting(Thread bound, Runnable action) {
        FutureTask<?> task = new FutureTask<>(
                () -> {
                    Patience.await("the bound thread to wait", () -> isWaiting(bound));
                    action.run();
                },
                null);
        Thread helper = new Thread(task, "tck helper");
        helper.setDaemon(true);
        helper.start();
        return task;
    }

    @Test
    @Checks("MAIN-9")
    @Needs(Capability.RAISE)
    void aBindingEndsWithItsThread() {
        Recorder handler = recorder();
        Recorder watching = recorder();
        inAnotherThread(() -> {
            system.bindMainThread();
            system.handle(first, handler);
            system.subscribe(first, watching);
            cause(first);
            watching.next("the event of the subscriber, who is not bound");
            // What comes after it is dispatched after it: by then the handler's part waits for this thread.
            system.subscribe(second, watching, SubscribeOption.CANCEL_DEFAULT);
            cause(second);
            return watching.next("the event of another signal");
        });
        handler.next("the event that waited for a thread that has ended");
        cause(first);
        handler.next("the event after the thread has ended");
        inAnotherThread(() -> system.handle(first, SignalHandler.DEFAULT));
        try (MainThread another = system.bindMainThread()) {
            assertSame(Thread.currentThread(), another.thread());
        }
    }

    @Test
    @Checks("MAIN-10")
    void aVirtualThreadIsRefused() throws Exception {
        Assumptions.assumeTrue(
                Runtime.version().feature() >= 21, "not applicable: there are no virtual threads before JDK 21");
        List<Executable> calls = List.of(
                system::bindMainThread,
                system::currentThread,
                ThreadTarget::current,
                () -> system.threadMask().blocked(),
                () -> system.threadMask().block(Set.of(first)),
                () -> system.threadMask().unblock(Set.of(first)),
                () -> system.threadMask().set(Set.of(first)));
        FutureTask<Integer> refusals = new FutureTask<>(() -> {
            int refused = 0;
            for (Executable each : calls) {
                assertThrows(UnsupportedOperationException.class, each, "call " + refused + " on a virtual thread");
                refused++;
            }
            return refused;
        });
        Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, refusals);
        assertEquals(calls.size(), Patience.within("the virtual thread", refusals));
        system.bindMainThread().close(); // would be refused if that thread were bound
    }

    @Test
    @Checks("MAIN-8")
    void elsewhereSafePointsDoNothing() throws Exception {
        system.checkpoint();
        assertEquals("done", system.call(() -> "done"));
        try (MainThread main = system.bindMainThread()) {
            assertEquals("done", inAnotherThread(() -> {
                system.checkpoint();
                return system.call(() -> "done");
            }));
            IOException thrown = new IOException("of the task");
            assertSame(
                    thrown,
                    assertThrows(
                            IOException.class,
                            () -> system.call(() -> {
                                throw thrown;
                            })));
            assertTrue(main.thread().isAlive());
        }
    }

    @Test
    @Checks("MAIN-8")
    @Needs(Capability.RAISE)
    void whatIsDueStaysDueElsewhere() {
        IllegalStateException late = new IllegalStateException("of the handler");
        Recorder handler = recorder().doing(event -> {
            throw late;
        });
        Recorder sentinel = recorder();
        try (MainThread main = system.bindMainThread()) {
            system.handle(first, handler);
            system.subscribe(second, sentinel, SubscribeOption.CANCEL_DEFAULT);
            causeAndPassOn(sentinel);
            inAnotherThread(() -> {
                system.checkpoint();
                return null;
            });
            assertEquals(0, handler.size(), "events that checkpoint on another thread has handled");
            assertSame(late, assertThrows(IllegalStateException.class, system::checkpoint));
            assertEquals(1, handler.size(), "events that checkpoint on the bound thread has handled");

            // The bound thread waits for the other one: an interrupt would end that wait with an error.
            inAnotherThread(() -> system.call(() -> {
                causeAndPassOn(sentinel);
                return null;
            }));
            assertEquals(1, handler.size(), "events that were handled on behalf of a call on another thread");
            assertSame(late, assertThrows(IllegalStateException.class, system::checkpoint));
            assertEquals(2, handler.size());
            assertTrue(!Thread.interrupted() && main.thread() == Thread.currentThread(), "it was interrupted");
        }
    }

    /** Has the first signal arrive, and waits until its handler is due: events come one after the other. */
    private void causeAndPassOn(Recorder sentinel) {
        Recorder watching = recorder();
        try (Subscription subscription = system.subscribe(first, watching)) {
            assertTrue(subscription.isActive());
            cause(first);
            watching.next("the event of a subscriber");
        }
        cause(second);
        sentinel.next("a later event");
    }
}
