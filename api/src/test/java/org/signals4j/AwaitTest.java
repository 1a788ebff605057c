/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGSEGV;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signals4j.spi.Outcome;

class AwaitTest extends SystemFixture {

    private final ExecutorService threads = Executors.newCachedThreadPool();

    @Override
    void prepare() {
        backend.startsWith(SIGHUP, Disposition.IGNORED);
    }

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    private Future<SignalEvent> awaiting(Signal signal) {
        int before = installs(signal);
        Future<SignalEvent> future = threads.submit(() -> system.await(Set.of(signal)));
        soon().until(() -> installs(signal) > before || backend.disposition(signal) == Disposition.CAUGHT);
        return future;
    }

    private int installs(Signal signal) {
        return (int) backend.calls().stream()
                .filter(("install " + signal.name() + " CAUGHT")::equals)
                .count();
    }

    @Test
    void aWaiterTakesTheSignalFromEverybodyElse() throws Exception {
        system.subscribe(SIGUSR1, seen::add);
        try (Hold hold = system.hold(SIGUSR1)) {
            backend.deliver(SIGUSR1);
            soon().until(() -> system.pending().size() == 1);
            assertThat(system.await(hold.signals()).signal()).isEqualTo(SIGUSR1);
        }
        awaitSettled(1);
        assertThat(seen).isEmpty();
        assertThat(backend.outcomes(Outcome.CANCELLED)).isOne();
    }

    @Test
    void aWaiterThatCameBeforeTheSignalGetsIt() throws Exception {
        Future<SignalEvent> waiter = awaiting(SIGTERM);
        // Delivered again and again, since the thread may not be listed yet: what comes early gets its default.
        soon().until(() -> {
            backend.deliver(SIGTERM);
            return waiter.isDone();
        });
        assertThat(waiter.get().signal()).isEqualTo(SIGTERM);
        assertThat(backend.outcomes(Outcome.CANCELLED)).isOne();
        soon().until(() -> backend.disposition(SIGTERM) == Disposition.DEFAULT);
    }

    @Test
    void twoWaitersForDifferentSignalsGetEachTheirOwn() throws Exception {
        try (Hold hold = system.hold(SIGUSR1, SIGUSR2)) {
            backend.deliver(SIGUSR2, SIGUSR1);
            Future<SignalEvent> one = threads.submit(() -> system.await(Set.of(SIGUSR1)));
            Future<SignalEvent> two = threads.submit(() -> system.await(Set.of(SIGUSR2)));
            assertThat(one.get(20, TimeUnit.SECONDS).signal()).isEqualTo(SIGUSR1);
            assertThat(two.get(20, TimeUnit.SECONDS).signal()).isEqualTo(SIGUSR2);
            assertThat(hold.signals()).containsExactly(SIGUSR1, SIGUSR2);
        }
    }

    @Test
    void firstComeFirstServed() {
        List<String> order = new CopyOnWriteArrayList<>();
        try (Hold hold = system.hold(SIGUSR1)) {
            CompletableFuture<?> first = system.next(SIGUSR1).thenRun(() -> order.add("first"));
            CompletableFuture<?> second = system.next(SIGUSR1, SIGUSR2).thenRun(() -> order.add("second"));
            backend.deliver(SIGUSR1);
            first.join();
            assertThat(second).isNotDone();
            backend.deliver(SIGUSR1);
            second.join();
            assertThat(hold.signals()).containsExactly(SIGUSR1);
        }
        assertThat(order).containsExactly("first", "second");
        soon().until(() -> backend.disposition(SIGUSR2) == Disposition.DEFAULT);
    }

    @Test
    void zeroPollsWhatIsHeld() throws Exception {
        try (Hold hold = system.hold(SIGUSR1)) {
            assertThat(system.await(hold.signals(), Duration.ZERO)).isEmpty();
            backend.deliver(SIGUSR1);
            soon().until(() -> !system.pending().isEmpty());
            assertThat(system.await(hold.signals(), Duration.ZERO)).isPresent();
            assertThat(system.await(hold.signals(), Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void aWaitWithoutALimitTakesWhatTheKernelHasForThisThread() throws Exception {
        system.threadMask().block(Set.of(SIGUSR1));
        backend.sendBlocked(SIGUSR1);
        assertThat(system.await(Set.of(SIGUSR1)).signal()).isEqualTo(SIGUSR1);
        assertThat(system.threadMask().blocked()).containsExactly(SIGUSR1);
    }

    @Test
    void zeroPollsWhatTheKernelHasForThisThread() throws Exception {
        system.threadMask().block(Set.of(SIGUSR1, SIGUSR2));
        backend.sendBlocked(SIGUSR1);
        assertThat(system.pending())
                .singleElement()
                .isEqualTo(new PendingSignal(SIGUSR1, PendingSignal.Keeper.KERNEL, 1, Optional.empty()));
        assertThat(system.await(Set.of(SIGUSR1), Duration.ZERO)).isPresent();
        assertThat(system.threadMask().blocked())
                .as("the mask is as it was")
                .containsExactlyInAnyOrder(SIGUSR1, SIGUSR2);
        assertThat(system.await(Set.of(SIGUSR1), Duration.ZERO)).isEmpty();
    }

    @Test
    void theTimeIsNeverUpEarly() throws Exception {
        long start = System.nanoTime();
        assertThat(system.await(Set.of(SIGUSR1), Duration.ofMillis(150))).isEmpty();
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(150));
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
    }

    @Test
    void anInterruptEndsTheWaitAndTakesNothing() throws Exception {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Thread thread = new Thread(() -> {
            try {
                system.await(Set.of(SIGUSR1));
            } catch (Throwable problem) {
                thrown.set(problem);
            }
        });
        thread.start();
        soon().until(() -> thread.getState() == Thread.State.WAITING);
        thread.interrupt();
        thread.join(20_000);
        assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
    }

    @Test
    void insideAHandlerItIsAnErrorAndNotADeadlock() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        system.handle(
                SIGUSR1,
                event -> system.await(Set.of(SIGUSR2)),
                HandleOption.onException((event, problem) -> thrown.set(problem)));
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        soon().until(() -> thrown.get() != null);
        assertThat(thrown.get()).isInstanceOf(IllegalStateException.class).hasMessageContaining("inside a handler");
        system.handle(
                SIGUSR1, event -> system.pause(), HandleOption.onException((event, problem) -> thrown.set(problem)));
        thrown.set(null);
        backend.deliver(SIGUSR1);
        soon().until(() -> thrown.get() instanceof IllegalStateException);
    }

    @Test
    void aStuckHandlerDoesNotDelayAWaiter() {
        system.handle(SIGUSR1, this::block);
        backend.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 1);
        CompletableFuture<SignalEvent> next = system.next(SIGUSR2);
        backend.deliver(SIGUSR2);
        assertThat(next.orTimeout(20, TimeUnit.SECONDS).join().signal()).isEqualTo(SIGUSR2);
    }

    @Test
    void aFutureThatIsCancelledLetsTheSignalPass() {
        CompletableFuture<SignalEvent> cancelled = system.next(SIGTERM);
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.CAUGHT);
        cancelled.cancel(false);
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.DEFAULT);
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
    }

    @Test
    void cancelRacingWithArrivalLosesNothing() {
        for (int i = 0; i < 500; i++) {
            CompletableFuture<SignalEvent> future = system.next(SIGTERM);
            threads.execute(() -> backend.deliver(SIGTERM));
            future.cancel(false);
            awaitSettled(i + 1);
            boolean got = !future.isCancelled();
            assertThat(backend.settled().get(i).outcome()).isEqualTo(got ? Outcome.CANCELLED : Outcome.DEFAULT);
        }
    }

    @Test
    void closingTheSystemEndsTheWait() {
        Future<SignalEvent> waiter = threads.submit(() -> system.await(Set.of(SIGUSR1)));
        CompletableFuture<SignalEvent> future = system.next(SIGUSR1);
        soon().until(() -> backend.disposition(SIGUSR1) == Disposition.CAUGHT);
        system.close();
        assertThatThrownBy(future::join).hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> waiter.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void pauseReturnsWhenAHandlerHasRun() throws Exception {
        system.handle(SIGUSR1, seen::add);
        Future<?> pausing = threads.submit(() -> {
            system.pause();
            return seen.size();
        });
        soon().until(() -> {
            backend.deliver(SIGUSR1);
            return pausing.isDone();
        });
        assertThat((Integer) pausing.get()).isPositive();
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> system.await(Set.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.await(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.await(Set.of(SIGSEGV))).isInstanceOf(ReservedSignalException.class);
        assertThatThrownBy(() -> system.await(Set.of(PlatformSignal.SIGBREAK)))
                .isInstanceOf(UnsupportedSignalException.class);
        assertThatThrownBy(() -> system.await(Set.of(SIGUSR1), Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.sleep(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(system::next).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(system::hold).isInstanceOf(IllegalArgumentException.class);
        assertThat(backend.calls()).isEmpty();
        assertThatThrownBy(() -> system.await(Set.of(SIGUSR1, SIGHUP)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SIGHUP");
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
    }

    @Test
    void aPauseEndsAlsoWhenOnlyAnExecutorIsGivenTheSignal() {
        system.subscribe(SIGUSR1, seen::add, SubscribeOption.executor(Runnable::run), SubscribeOption.CANCEL_DEFAULT);
        Thread pausing = new Thread(() -> assertThatCode(system::pause).doesNotThrowAnyException());
        pausing.setDaemon(true);
        pausing.start();
        soon().until(() -> {
            backend.deliver(SIGUSR1);
            return !pausing.isAlive();
        });
        assertThat(seen).isNotEmpty();
    }

    @Test
    void aFutureThatWasCancelledIsForgotten() {
        WeakReference<CompletableFuture<SignalEvent>> cancelled = new WeakReference<>(system.next(SIGUSR1));
        cancelled.get().cancel(false);
        soon().until(() -> {
            System.gc();
            return cancelled.get() == null;
        });
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
    }

    /** The kernel has it at once, the reading thread a little later. */
    @Test
    void whatIsPendingIsWaitedForWhateverTheLimit() throws Exception {
        backend.unblockBy(CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS));
        system.threadMask().block(Set.of(SIGUSR1));
        backend.sendBlocked(SIGUSR1);
        assertThat(system.await(Set.of(SIGUSR1, SIGUSR2), Duration.ofMillis(1))).isPresent();
    }
}
