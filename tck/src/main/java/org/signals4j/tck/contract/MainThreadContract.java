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
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
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

    @Test
    @Checks("MAIN-6")
    @Needs(Capability.RAISE)
    void pauseSleepAndAwaitAreSafePoints() throws Exception {
        Recorder handler = recorder();
        try (MainThread main = system.bindMainThread()) {
            system.handle(first, handler);
            Thread bound = main.thread();
            causeWhenWaiting(bound);
            system.pause();
            assertEquals(1, handler.size(), "handled by pause");
            long start = System.nanoTime();
            causeWhenWaiting(bound);
            system.sleep(Duration.ofMillis(300));
            assertTrue(System.nanoTime() - start >= 300_000_000, "the sleep did not go on after the handler");
            untilAtSafePoint("the handler of what came during the sleep", () -> handler.size() == 2);
            causeWhenWaiting(bound);
            system.await(Set.of(second), Duration.ofMillis(300));
            untilAtSafePoint("the handler of what came during await", () -> handler.size() == 3);
        }
    }

    /** From another thread, as soon as a thread waits. */
    private void causeWhenWaiting(Thread bound) {
        Thread helper = new Thread(
                () -> {
                    Patience.await(
                            "the bound thread to wait",
                            bound::getState,
                            state -> state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING);
                    cause(first);
                },
                "tck helper");
        helper.setDaemon(true);
        helper.start();
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
            return watching.next("the event of the subscriber, who is not bound");
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
}
