/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;
import static org.signals4j.StandardSignal.SIGWINCH;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.signals4j.scripted.ScriptedBackend;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.Outcome;

class DispatchTest extends SystemFixture {

    private static final Signal REALTIME = new RealtimeSignal(2);

    @Test
    void handlersRunOneAtATimeInTheOrderOfArrivalOnOneThread() {
        AtomicInteger running = new AtomicInteger();
        List<Signal> order = new CopyOnWriteArrayList<>();
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        List<Signal> signals = List.of(SIGWINCH, SIGUSR1, SIGHUP, SIGINT, SIGUSR2);
        AtomicInteger overlaps = new AtomicInteger();
        signals.forEach(signal -> system.handle(signal, event -> {
            if (running.incrementAndGet() > 1) {
                overlaps.incrementAndGet();
            }
            order.add(event.signal());
            threads.add(Thread.currentThread());
            // Longer than the stand-by thread waits, so that it reads meanwhile.
            Thread.sleep(7);
            running.decrementAndGet();
        }));
        backend.deliver(signals.toArray(Signal[]::new));
        awaitSettled(signals.size());
        assertThat(order).containsExactlyElementsOf(signals);
        assertThat(overlaps).hasValue(0);
        assertThat(threads).hasSize(1);
        Thread thread = threads.iterator().next();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("signals4j dispatch");
    }

    @Test
    void theDetailsArriveAsTheyWereRead() {
        Instant before = Instant.now().minus(Duration.ofSeconds(1));
        system.handle(REALTIME, seen::add);
        system.handle(SIGUSR1, seen::add);
        backend.deliver(ScriptedBackend.queued(REALTIME, -7));
        backend.deliver(ScriptedBackend.detailed(SIGUSR1, SignalCause.USER, 4711, -2));
        backend.deliver(Delivery.withoutDetail(ScriptedBackend.numberOf(SIGUSR1), 3));
        soon().until(() -> seen.stream().mapToLong(SignalEvent::count).sum() == 5);
        SignalEvent queued = seen.get(0);
        assertThat(queued.signal()).isEqualTo(REALTIME);
        assertThat(queued.number()).isEqualTo(36);
        assertThat(queued.cause()).isEqualTo(SignalCause.QUEUE);
        assertThat(queued.code()).hasValue(-1);
        assertThat(queued.value()).hasValue(-7);
        assertThat(queued.rawValue()).hasValue(-7L);
        assertThat(queued.childStatus()).isEmpty();
        assertThat(queued).asString().contains("value=-7");
        assertThat(queued.time()).isBetween(before, Instant.now().plusSeconds(1));
        assertThat(queued.count()).isOne();
        SignalEvent user = seen.get(1);
        assertThat(user.pid()).hasValue(4711);
        assertThat(user.uid()).hasValue(4294967294L);
        assertThat(user.value()).isEmpty();
    }

    @Test
    void unknownDetailsAreEmpty() {
        system.handle(SIGUSR1, seen::add);
        backend.deliver(Delivery.withoutDetail(ScriptedBackend.numberOf(SIGUSR1), 3));
        awaitSettled(1);
        SignalEvent event = seen.get(0);
        assertThat(event.cause()).isEqualTo(SignalCause.UNKNOWN);
        assertThat(event.code()).isEmpty();
        assertThat(event.pid()).isEmpty();
        assertThat(event.uid()).isEmpty();
        assertThat(event.value()).isEmpty();
        assertThat(event.rawValue()).isEmpty();
        assertThat(event.count()).isEqualTo(3);
        assertThat(event).hasToString("SIGUSR1 (10) cause=UNKNOWN count=3");
    }

    /** The kernel itself has no pid, and then the uid says nothing either. */
    @Test
    void aSenderWithoutAPidHasNoUid() {
        system.handle(SIGUSR1, seen::add);
        backend.deliver(ScriptedBackend.detailed(SIGUSR1, SignalCause.KERNEL, 0, 0));
        awaitSettled(1);
        assertThat(seen.get(0).pid()).isEmpty();
        assertThat(seen.get(0).uid()).isEmpty();
    }

    @Test
    void aChildHasAStatus() {
        system.handle(StandardSignal.SIGCHLD, seen::add);
        int number = ScriptedBackend.numberOf(StandardSignal.SIGCHLD);
        backend.deliver(new Delivery(number, SignalCause.CHILD_EXITED, 1, 99, 0, false, 0, 37, 1, null));
        awaitSettled(1);
        assertThat(seen.get(0).childStatus()).hasValue(37);
        assertThat(seen.get(0)).asString().contains("pid=99").contains("uid=0").contains("status=37");
    }

    @Test
    void waitingStandardSignalsMergeAndRealtimeOnesDoNot() {
        List<SignalEvent> others = new CopyOnWriteArrayList<>();
        system.handle(SIGUSR1, this::block);
        system.handle(SIGUSR2, others::add);
        system.handle(REALTIME, others::add);
        backend.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 1);
        backend.deliver(ScriptedBackend.detailed(SIGUSR2, SignalCause.USER, 1, 0));
        for (int i = 0; i < 999; i++) {
            backend.deliver(ScriptedBackend.detailed(SIGUSR2, SignalCause.USER, 2, 0));
        }
        for (int i = 0; i < 5; i++) {
            backend.deliver(ScriptedBackend.queued(REALTIME, i));
        }
        soon().until(backend::isDrained);
        assertThat(others).isEmpty();
        release.countDown();
        soon().until(() -> others.size() == 6);
        assertThat(others.get(0).count()).isEqualTo(1000);
        assertThat(system.statistics(SIGUSR2).merged()).isEqualTo(999);
        assertThat(system.statistics(REALTIME).merged()).isZero();
        assertThat(others.get(0).pid()).as("of the first arrival").hasValue(1);
        assertThat(others.subList(1, 6))
                .extracting(event -> event.value().orElseThrow())
                .containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aSignalThatArrivesWhileItsOwnHandlerRunsIsHandledAgain() {
        system.handle(SIGUSR1, event -> {
            if (seen.isEmpty()) {
                block(event);
            } else {
                seen.add(event);
            }
        });
        backend.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 1);
        backend.deliver(SIGUSR1, SIGUSR1);
        soon().until(backend::isDrained);
        release.countDown();
        awaitSettled(2);
        assertThat(seen).hasSize(2);
        assertThat(seen.get(1).count()).isEqualTo(2);
    }

    @Test
    void aStuckHandlerDelaysOnlyTheHandlersBehindIt() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            List<SignalEvent> elsewhere = new CopyOnWriteArrayList<>();
            system.handle(SIGUSR1, this::block);
            system.subscribe(SIGUSR2, elsewhere::add, SubscribeOption.executor(executor));
            backend.deliver(SIGUSR1);
            soon().until(() -> seen.size() == 1);
            for (int i = 0; i < 100; i++) {
                backend.deliver(SIGUSR2);
            }
            soon().until(() -> elsewhere.size() == 100);
            assertThat(elsewhere).as("every arrival on its own").allMatch(event -> event.count() == 1);
            assertThat(backend.outcomes(Outcome.DEFAULT)).isEqualTo(100);
            system.handle(SIGHUP, seen::add);
            assertThat(system.handler(SIGHUP)).as("registration goes on").isNotNull();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anExecutorsCancelHoldsThoughItsSubscriptionClosesBeforeTheHandlersTurn() {
        system.handle(SIGUSR1, this::block);
        system.subscribe(SIGTERM, event -> {});
        Subscription cancels = system.subscribe(
                SIGTERM, seen::add, SubscribeOption.executor(Runnable::run), SubscribeOption.CANCEL_DEFAULT);
        backend.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 1);
        backend.deliver(SIGTERM);
        soon().until(() -> seen.size() == 2);
        cancels.close();
        release.countDown();
        awaitSettled(2);
        assertThat(backend.outcomes(Outcome.DEFAULT)).isZero();
    }

    @Test
    void realtimeSignalsBeyondTheLimitStayWithTheKernel() {
        int sent = 70_000;
        List<Integer> values = new ArrayList<>();
        system.handle(SIGUSR1, this::block);
        system.handle(REALTIME, event -> {
            synchronized (values) {
                values.add(event.value().orElseThrow());
            }
        });
        List<SignalEvent> standard = new CopyOnWriteArrayList<>();
        system.subscribe(SIGUSR2, standard::add, SubscribeOption.executor(Runnable::run));
        backend.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 1);
        for (int i = 0; i < sent; i++) {
            backend.deliver(ScriptedBackend.queued(REALTIME, i));
        }
        soon().until(backend::sawFullRoom);
        soon().until(() -> backend.unread() == sent - 65_536);
        backend.deliver(SIGUSR2);
        soon().until(() -> standard.size() == 1);
        assertThat(backend.unread()).as("what the kernel still has").isEqualTo(sent - 65_536);
        release.countDown();
        soon().until(() -> {
            synchronized (values) {
                return values.size() == sent;
            }
        });
        assertThat(values).doesNotHaveDuplicates();
    }

    @Test
    void whatAHandlerThrowsGoesToItsExceptionHandlerAndDispatchGoesOn() {
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Throwable checked = new Exception("checked");
        Error error = new AssertionError("error");
        system.handle(
                SIGUSR1,
                event -> {
                    throw (Exception) checked;
                },
                HandleOption.onException((event, problem) -> thrown.add(problem)));
        system.subscribe(
                SIGUSR1,
                event -> {
                    throw error;
                },
                HandleOption.onException((event, problem) -> {
                    thrown.add(problem);
                    throw new IllegalStateException("the exception handler fails too");
                }));
        system.handle(SIGUSR2, seen::add);
        try (LogRecords log = new LogRecords()) {
            backend.deliver(SIGUSR1, SIGUSR2);
            awaitSettled(2);
            assertThat(log.messages()).singleElement().asString().contains("exception handler of SIGUSR1");
        }
        assertThat(thrown).containsExactly(error, checked);
        assertThat(seen).hasSize(1);
    }

    @Test
    void withoutAnExceptionHandlerItIsLoggedAndDispatchGoesOn() {
        system.subscribe(SIGUSR1, event -> {
            throw new IllegalStateException("on purpose");
        });
        system.handle(SIGUSR2, seen::add);
        try (LogRecords log = new LogRecords()) {
            backend.deliver(SIGUSR1, SIGUSR2);
            awaitSettled(2);
            assertThat(log.messages()).singleElement().asString().contains("a handler of SIGUSR1");
        }
        assertThat(seen).hasSize(1);
        assertThat(backend.settled())
                .extracting(ScriptedBackend.Settled::outcome)
                .containsExactly(Outcome.DEFAULT, Outcome.CANCELLED);
    }

    @Test
    void anInterruptOfOneHandlerDoesNotReachTheNext() {
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        system.handle(SIGUSR1, event -> {
            interrupted.add(Thread.currentThread().isInterrupted());
            Thread.currentThread().interrupt();
        });
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        backend.deliver(SIGUSR1);
        awaitSettled(2);
        assertThat(interrupted).containsExactly(false, false);
    }

    @Test
    void aHandlerMayChangeRegistrations() {
        system.handle(SIGUSR1, event -> system.handle(SIGUSR1, seen::add));
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        backend.deliver(SIGUSR1);
        awaitSettled(2);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aTokenIsSettledForEveryArrivalThatWasMerged() {
        system.handle(SIGUSR1, this::block);
        system.handle(SIGUSR2, seen::add);
        backend.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 1);
        for (int i = 0; i < 3; i++) {
            backend.deliver(ScriptedBackend.withToken(SIGUSR2, i));
        }
        soon().until(backend::isDrained);
        release.countDown();
        awaitSettled(4);
        assertThat(backend.settled())
                .filteredOn(each -> each.delivery().token() != null)
                .extracting(each -> each.delivery().token())
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    /** The first one's default is the executor's to cancel, the second one's is not. */
    @Test
    void arrivalsThatMergeAreSettledEachAsItWasOwedWhenItCame() {
        List<Runnable> tasks = new CopyOnWriteArrayList<>();
        system.handle(SIGUSR1, this::block);
        system.subscribe(SIGUSR2, event -> {});
        Subscription cancels = system.subscribe(
                SIGUSR2, event -> {}, SubscribeOption.executor(tasks::add), SubscribeOption.CANCEL_DEFAULT);
        backend.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 1);
        backend.deliver(ScriptedBackend.detailed(SIGUSR2, SignalCause.USER, 1, 0));
        soon().until(() -> tasks.size() == 1);
        tasks.get(0).run();
        cancels.close();
        backend.deliver(ScriptedBackend.detailed(SIGUSR2, SignalCause.USER, 2, 0));
        soon().until(backend::isDrained);
        release.countDown();
        awaitSettled(3);
        assertThat(backend.settled())
                .filteredOn(each -> each.number() == ScriptedBackend.numberOf(SIGUSR2))
                .extracting(each -> each.delivery().pid(), ScriptedBackend.Settled::outcome)
                .containsExactly(tuple(1, Outcome.CANCELLED), tuple(2, Outcome.DEFAULT));
    }

    @Test
    void arrivalsWithAndWithoutATokenMergeAndAreAllSettled() {
        for (boolean tokenFirst : new boolean[] {false, true}) {
            int before = backend.settled().size();
            CountDownLatch go = new CountDownLatch(1);
            CountDownLatch busy = new CountDownLatch(1);
            system.handle(SIGUSR1, event -> {
                busy.countDown();
                go.await();
            });
            system.handle(SIGUSR2, seen::add);
            backend.deliver(SIGUSR1);
            soon().until(() -> busy.getCount() == 0);
            if (tokenFirst) {
                backend.deliver(ScriptedBackend.withToken(SIGUSR2, "token"));
                backend.deliver(SIGUSR2);
            } else {
                backend.deliver(SIGUSR2);
                backend.deliver(ScriptedBackend.withToken(SIGUSR2, "token"));
            }
            soon().until(backend::isDrained);
            go.countDown();
            awaitSettled(before + 3);
            assertThat(backend.settled().subList(before, before + 3))
                    .extracting(each -> each.delivery().token())
                    .containsOnlyOnce("token");
        }
        assertThat(seen).extracting(SignalEvent::count).containsExactly(2L, 2L);
    }

    /** The stand-by thread reads it in the very moment in which the dispatch thread wants the reading back. */
    @Test
    void whatComesAsTheReadingIsTakenBackIsHandled() {
        system.handle(SIGUSR1, this::block);
        system.handle(SIGUSR2, seen::add);
        backend.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 1 && backend.isDrained());
        backend.beforeWake(() -> backend.deliver(SIGUSR2));
        release.countDown();
        soon().until(() -> seen.size() == 2);
        backend.deliver(SIGUSR2);
        soon().until(() -> seen.size() == 3);
    }

    @Test
    void aReadThatFailsIsLoggedAndTriedAgainAfterAPause() {
        system.handle(SIGUSR1, seen::add);
        try (LogRecords log = new LogRecords()) {
            long start = System.nanoTime();
            backend.failReads(5);
            backend.deliver(SIGUSR1);
            soon().until(() -> seen.size() == 1);
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(500));
            assertThat(log.messages()).hasSize(5).allMatch(line -> line.contains("reading signals"));
        }
    }

    @Test
    void aNumberThatIsNotInTheTableHarmsNobody() {
        system.handle(SIGUSR1, seen::add);
        try (LogRecords log = new LogRecords()) {
            backend.deliver(Delivery.withoutDetail(33, 1));
            backend.deliver(Delivery.withoutDetail(4242, 1));
            backend.deliver(SIGUSR1);
            soon().until(() -> seen.size() == 1);
            assertThat(log.messages()).hasSize(2);
        }
    }

    @Test
    void aBackendThatFailsToSettleIsLoggedAndDispatchGoesOn() {
        system.handle(SIGUSR1, seen::add);
        backend.failSettles(1);
        try (LogRecords log = new LogRecords()) {
            backend.deliver(SIGUSR1);
            awaitSettled(1);
            backend.deliver(SIGUSR1);
            awaitSettled(2);
            assertThat(log.messages()).singleElement().asString().contains("settling signal");
        }
        soon().until(() -> seen.size() == 2);
    }

    /** The thread serves everyone, not who happened to be first. */
    @Test
    void theDispatchThreadHasTheClassLoaderOfTheSystem() {
        List<ClassLoader> loaders = new CopyOnWriteArrayList<>();
        Thread first = new Thread(() -> system.handle(
                SIGUSR1, event -> loaders.add(Thread.currentThread().getContextClassLoader())));
        first.setContextClassLoader(new ClassLoader(null) {});
        first.start();
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        assertThat(loaders).containsExactly(ClassLoader.getSystemClassLoader());
    }

    @Test
    void raiseArrives() {
        system.handle(SIGUSR1, seen::add);
        system.raise(SIGUSR1);
        soon().until(() -> seen.size() == 1);
        assertThat(seen.get(0).cause()).isEqualTo(SignalCause.THREAD);
    }

    @Test
    void concurrentRegistrationsNeverLoseASignal() throws Exception {
        AtomicInteger handled = new AtomicInteger();
        int sent = 20_000;
        Thread churn = new Thread(() -> {
            while (!Thread.currentThread().isInterrupted()) {
                system.subscribe(REALTIME, event -> handled.incrementAndGet(), SubscribeOption.CANCEL_DEFAULT)
                        .close();
            }
        });
        churn.start();
        try {
            for (int i = 0; i < sent; i++) {
                backend.deliver(ScriptedBackend.queued(REALTIME, i));
            }
            soon().until(() -> backend.settled().size() == sent);
        } finally {
            churn.interrupt();
            churn.join();
        }
        // Either a subscriber saw it and cancelled, or the default was due: never neither.
        assertThat(backend.outcomes(Outcome.CANCELLED) + backend.outcomes(Outcome.DEFAULT))
                .isEqualTo(sent);
        assertThat(backend.outcomes(Outcome.CANCELLED)).isLessThanOrEqualTo(handled.get());
    }
}
