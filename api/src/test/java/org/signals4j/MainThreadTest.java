/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGALRM;
import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.signals4j.spi.Outcome;

@Timeout(60)
class MainThreadTest extends SystemFixture {

    private final List<Thread> ranOn = new CopyOnWriteArrayList<>();

    private void handleHere(Signal signal) {
        system.handle(signal, event -> {
            ranOn.add(Thread.currentThread());
            seen.add(event);
        });
    }

    @Test
    void handlersRunOnTheBoundThreadAtASafePoint() throws Exception {
        try (MainThread main = system.bindMainThread()) {
            handleHere(SIGUSR1);
            backend.deliver(SIGUSR1);
            soon().until(backend::isDrained);
            assertThat(seen).as("not before a safe point").isEmpty();
            soon().until(() -> {
                system.checkpoint();
                return seen.size() == 1;
            });
            backend.deliver(SIGUSR1);
            system.pause();
            assertThat(seen).hasSize(2);
            backend.deliver(SIGUSR1);
            soon().until(() -> {
                system.sleep(Duration.ofMillis(20));
                return seen.size() == 3;
            });
            backend.deliver(SIGUSR1);
            soon().until(() -> {
                system.await(Set.of(SIGUSR2), Duration.ofMillis(20));
                return seen.size() == 4;
            });
            assertThat(ranOn).allMatch(thread -> thread == main.thread());
            assertThat(main.thread()).isSameAs(Thread.currentThread());
        }
        assertThat(backend.outcomes(Outcome.CANCELLED)).isEqualTo(4);
    }

    @Test
    void sleepGoesOnAfterAHandlerThatDidNotThrow() throws Exception {
        try (MainThread main = system.bindMainThread()) {
            handleHere(SIGUSR1);
            soon().until(() -> {
                backend.deliver(SIGUSR1);
                long start = System.nanoTime();
                system.sleep(Duration.ofMillis(100));
                assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(100));
                return !seen.isEmpty();
            });
            assertThat(main.thread()).isNotNull();
        }
    }

    @Test
    void whatAHandlerThrowsComesOutOfTheSafePoint() throws Exception {
        try (MainThread main = system.bindMainThread()) {
            system.handle(SIGINT, SignalHandler.KEYBOARD_INTERRUPT);
            backend.deliver(SIGINT);
            assertThatThrownBy(() -> system.sleep(Duration.ofSeconds(30)))
                    .isInstanceOf(KeyboardInterruptException.class);
            system.handle(SIGINT, event -> {
                throw new TimeoutException("too slow");
            });
            backend.deliver(SIGINT);
            assertThatThrownBy(system::pause)
                    .isInstanceOf(SignalHandlerException.class)
                    .hasCauseInstanceOf(TimeoutException.class);
            system.handle(SIGINT, event -> {
                throw new AssertionError("an error");
            });
            backend.deliver(SIGINT);
            assertThatThrownBy(() -> system.await(Set.of(SIGUSR2)))
                    .isInstanceOf(AssertionError.class)
                    .hasMessage("an error");
            assertThat(main.thread().isInterrupted()).isFalse();
        }
    }

    @Test
    void inACallTheExceptionInterruptsAndComesOut() {
        try (MainThread main = system.bindMainThread()) {
            system.handle(SIGALRM, event -> {
                ranOn.add(Thread.currentThread());
                throw new TimeoutException("Operation timed out");
            });
            assertThatThrownBy(() -> system.call(() -> {
                        backend.deliver(SIGALRM);
                        TimeUnit.SECONDS.sleep(30);
                        return "completed";
                    }))
                    .isInstanceOf(TimeoutException.class)
                    .hasMessage("Operation timed out");
            assertThat(ranOn).allMatch(thread -> thread.getName().equals("signals4j dispatch"));
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
            assertThat(main.thread()).isNotNull();
        }
    }

    @Test
    void inACallTheExceptionComesOutThoughInterruptsAreSwallowed() {
        try (MainThread main = system.bindMainThread()) {
            system.handle(SIGALRM, SignalHandler.KEYBOARD_INTERRUPT);
            long start = System.nanoTime();
            assertThatThrownBy(() -> system.call(() -> {
                        backend.deliver(SIGALRM);
                        for (int i = 0; i < 3; i++) {
                            try {
                                TimeUnit.SECONDS.sleep(30);
                            } catch (InterruptedException swallowed) {
                                seen.add(null);
                            }
                        }
                        return "completed";
                    }))
                    .isInstanceOf(KeyboardInterruptException.class);
            assertThat(seen).hasSize(3);
            assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(20));
            assertThat(main.thread().isInterrupted()).isFalse();
        }
    }

    @Test
    void aCallWithoutTroubleReturnsItsValueOrThrowsItsOwn() throws Exception {
        assertThat(system.call(() -> 1)).as("without a binding").isOne();
        try (MainThread main = system.bindMainThread()) {
            handleHere(SIGUSR1);
            assertThat(system.call(() -> {
                        backend.deliver(SIGUSR1);
                        soon().until(() -> seen.size() == 1);
                        return "completed";
                    }))
                    .isEqualTo("completed");
            assertThatThrownBy(() -> system.call(() -> {
                        throw new IllegalArgumentException("own");
                    }))
                    .hasMessage("own");
            assertThat(main.thread()).isNotNull();
        }
    }

    @Test
    void onlyTheBoundThreadMayHandle() {
        try (MainThread main = system.bindMainThread()) {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            CompletableFuture.runAsync(() -> {
                        system.subscribe(SIGUSR2, seen::add);
                        try {
                            system.handle(SIGUSR1, seen::add);
                        } catch (IllegalStateException refused) {
                            thrown.set(refused);
                        }
                    })
                    .join();
            assertThat(thrown.get()).hasMessageContaining(main.thread().getName());
            assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
            assertThat(backend.disposition(SIGUSR2)).isEqualTo(Disposition.CAUGHT);
        }
        system.handle(SIGUSR1, seen::add);
    }

    @Test
    void thereIsOneBindingAtATime() {
        try (MainThread main = system.bindMainThread()) {
            assertThatThrownBy(system::bindMainThread)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(main.thread().getName());
        }
        system.bindMainThread().close();
    }

    @Test
    void theBindingEndsWithItsThread() throws Exception {
        Thread thread = new Thread(() -> system.bindMainThread());
        thread.start();
        thread.join();
        handleHere(SIGUSR1);
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        assertThat(ranOn).singleElement().matches(each -> each.getName().equals("signals4j dispatch"));
    }

    /** Nothing else happens then that could bring it back to mind. */
    @Test
    void whatWaitedForAThreadThatHasEndedIsHandledAllTheSame() throws Exception {
        Thread thread = new Thread(() -> {
            system.bindMainThread();
            handleHere(SIGUSR1);
            backend.deliver(SIGUSR1);
            soon().until(backend::isDrained);
        });
        thread.start();
        thread.join();
        awaitSettled(1);
        assertThat(ranOn).singleElement().matches(each -> each.getName().equals("signals4j dispatch"));
        system.bindMainThread().close();
    }

    @Test
    void whatWaitedForASafePointRunsWhenTheBindingIsClosed() {
        try (MainThread main = system.bindMainThread()) {
            handleHere(SIGUSR1);
            backend.deliver(SIGUSR1);
            soon().until(backend::isDrained);
            assertThat(seen).isEmpty();
            assertThat(main.thread()).isNotNull();
        }
        awaitSettled(1);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aSafePointInsideAHandlerIsAnError() {
        try (MainThread main = system.bindMainThread()) {
            system.handle(SIGUSR1, event -> system.sleep(Duration.ofMillis(1)));
            backend.deliver(SIGUSR1);
            assertThatThrownBy(system::pause)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("inside a handler");
            assertThat(main.thread()).isNotNull();
        }
    }

    @Test
    void subscribersStayOnTheDispatchThread() throws Exception {
        try (MainThread main = system.bindMainThread()) {
            system.subscribe(SIGUSR1, event -> ranOn.add(Thread.currentThread()), SubscribeOption.CANCEL_DEFAULT);
            backend.deliver(SIGUSR1);
            awaitSettled(1);
            assertThat(ranOn).doesNotContain(main.thread()).hasSize(1);
        }
    }

    @Test
    void aCallRunsWhatIsDueBefore() throws Exception {
        try (MainThread main = system.bindMainThread()) {
            handleHere(SIGUSR1);
            backend.deliver(SIGUSR1);
            soon().until(backend::isDrained);
            assertThat(system.call(seen::size)).isOne();
            assertThat(ranOn).containsExactly(main.thread());
        }
    }

    @Test
    void afterACallHandlersWaitForASafePointAgain() throws Exception {
        try (MainThread main = system.bindMainThread()) {
            system.call(() -> 1);
            handleHere(SIGUSR1);
            backend.deliver(SIGUSR1);
            soon().until(backend::isDrained);
            assertThat(seen).isEmpty();
            system.checkpoint();
            assertThat(ranOn).containsExactly(main.thread());
        }
    }

    @Test
    void whatTheCallableThrowsIsSuppressedByWhatAHandlerHasThrown() {
        try (MainThread main = system.bindMainThread()) {
            system.handle(SIGALRM, SignalHandler.KEYBOARD_INTERRUPT);
            assertThatThrownBy(() -> system.call(() -> {
                        backend.deliver(SIGALRM);
                        TimeUnit.SECONDS.sleep(30);
                        return "completed";
                    }))
                    .isInstanceOf(KeyboardInterruptException.class)
                    .satisfies(thrown -> assertThat(thrown.getSuppressed())
                            .singleElement()
                            .isInstanceOf(InterruptedException.class));
            assertThat(main.thread().isInterrupted()).isFalse();
        }
    }

    @Test
    void theInterruptIsTakenBackIfNobodyHasNoticedIt() {
        try (MainThread main = system.bindMainThread()) {
            system.handle(SIGALRM, SignalHandler.KEYBOARD_INTERRUPT);
            assertThatThrownBy(() -> system.call(() -> {
                        backend.deliver(SIGALRM);
                        soon().until(() -> Thread.currentThread().isInterrupted());
                        return "completed";
                    }))
                    .isInstanceOf(KeyboardInterruptException.class)
                    .hasNoSuppressedExceptions();
            assertThat(main.thread().isInterrupted()).isFalse();
        }
    }

    @Test
    void anInterruptThatIsNotOursStays() throws Exception {
        try (MainThread main = system.bindMainThread()) {
            system.call(() -> {
                Thread.currentThread().interrupt();
                return "completed";
            });
            assertThat(Thread.interrupted()).isTrue();
            assertThat(main.thread()).isNotNull();
        }
    }

    @Test
    void anErrorOfTheCallableComesOutAsItIs() {
        AssertionError own = new AssertionError("own");
        try (MainThread main = system.bindMainThread()) {
            assertThatThrownBy(() -> system.call(() -> {
                        throw own;
                    }))
                    .isSameAs(own);
            assertThat(main.thread()).isNotNull();
        }
    }

    /** A cancelled one and one that was not have merged while they waited; the default is owed to the latter. */
    @Test
    void mergedEventsAreCancelledOnlyIfAllAre() {
        for (boolean all : new boolean[] {false, true}) {
            int before = backend.settled().size();
            List<SignalEvent> watched = new CopyOnWriteArrayList<>();
            try (MainThread main = system.bindMainThread();
                    Subscription watching = system.subscribe(SIGTERM, event -> {
                        if (all || watched.isEmpty()) {
                            event.cancelDefault();
                        }
                        watched.add(event);
                    })) {
                handleHere(SIGTERM);
                backend.deliver(SIGTERM);
                soon().until(() -> watched.size() == 1);
                backend.deliver(SIGTERM);
                soon().until(() -> watched.size() == 2);
                soon().until(backend::isDrained);
                system.handle(SIGTERM, SignalHandler.DEFAULT);
                system.checkpoint();
                awaitSettled(before + 1);
                assertThat(backend.settled().get(before).outcome())
                        .isEqualTo(all ? Outcome.CANCELLED : Outcome.DEFAULT);
                assertThat(main.thread()).isNotNull();
                assertThat(watching.isActive()).isTrue();
            }
        }
        assertThat(seen).isEmpty();
    }

    @Test
    void whatASecondHandlerThrowsIsSuppressed() {
        try (MainThread main = system.bindMainThread()) {
            system.subscribe(SIGUSR2, seen::add);
            system.handle(SIGALRM, event -> {
                throw new TimeoutException("first");
            });
            system.handle(SIGUSR1, event -> {
                throw new IllegalArgumentException("second");
            });
            assertThatThrownBy(() -> system.call(() -> {
                        backend.deliver(SIGALRM, SIGUSR1, SIGUSR2);
                        soon().until(() -> seen.size() == 1); // dispatched last: both exceptions have been noted
                        return "completed";
                    }))
                    .isInstanceOf(TimeoutException.class)
                    .satisfies(thrown -> assertThat(thrown.getSuppressed())
                            .singleElement()
                            .isInstanceOf(IllegalArgumentException.class));
            assertThat(main.thread().isInterrupted()).isFalse();
        }
    }

    @Test
    void aSafePointInACallThrowsWhatAHandlerHasThrown() throws Exception {
        try (MainThread main = system.bindMainThread()) {
            system.handle(SIGALRM, SignalHandler.KEYBOARD_INTERRUPT);
            String result = system.call(() -> {
                backend.deliver(SIGALRM);
                soon().until(() -> Thread.currentThread().isInterrupted());
                assertThatThrownBy(system::checkpoint).isInstanceOf(KeyboardInterruptException.class);
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
                return "completed";
            });
            assertThat(result).isEqualTo("completed");
            assertThat(main.thread().isInterrupted()).isFalse();
        }
    }

    /** Both happen at once: the signal was taken and must not get lost, and the exception not either. */
    @Test
    void aHandlerThatThrowsWhileASignalIsTakenThrowsAtTheNextSafePoint() throws Exception {
        try (MainThread main = system.bindMainThread();
                Hold hold = system.hold(SIGUSR2)) {
            system.handle(SIGUSR1, SignalHandler.KEYBOARD_INTERRUPT);
            backend.deliver(SIGUSR1, SIGUSR2);
            soon().until(() -> backend.isDrained() && !system.pending().isEmpty());
            assertThat(system.await(hold.signals()).signal()).isEqualTo(SIGUSR2);
            assertThatThrownBy(system::checkpoint).isInstanceOf(KeyboardInterruptException.class);
            system.checkpoint();
            assertThat(main.thread().isInterrupted()).isFalse();
        }
    }

    @Test
    void anInterruptWhileASignalIsTakenIsForWhateverWaitsNext() throws Exception {
        try (MainThread main = system.bindMainThread();
                Hold hold = system.hold(SIGUSR2)) {
            system.handle(SIGUSR1, event -> Thread.currentThread().interrupt());
            backend.deliver(SIGUSR1, SIGUSR2);
            soon().until(() -> backend.isDrained() && !system.pending().isEmpty());
            assertThat(system.await(hold.signals()).signal()).isEqualTo(SIGUSR2);
            assertThatThrownBy(system::pause).isInstanceOf(InterruptedException.class);
            assertThat(main.thread().isInterrupted()).isFalse();
        }
    }
}
