/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signals4j.PendingSignal;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import org.signals4j.SignalException;
import org.signals4j.SignalHandler;
import org.signals4j.Signals;
import org.signals4j.ThreadTarget;
import org.signals4j.spi.MaskChange;
import org.signals4j.spi.SignalBackend;

/** What is for a thread, and what its mask keeps. Each test undoes its mask by ending the platform. */
class ThreadsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final RealtimeSignal RT1 = new RealtimeSignal(1);

    private final List<SignalEvent> seen = new CopyOnWriteArrayList<>();
    private final FakeSignals fake = FakeSignals.open();

    @AfterEach
    void close() {
        fake.close();
    }

    private static <T> T elsewhere(Callable<T> task) throws Exception {
        CompletableFuture<T> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(task.call());
            } catch (Throwable thrown) {
                result.completeExceptionally(thrown);
            }
        });
        thread.start();
        thread.join();
        return result.get();
    }

    @Test
    void whatIsSentToAThreadArrives() throws Exception {
        Signals.handle(SIGUSR1, seen::add);
        ThreadTarget self = ThreadTarget.current();
        Signals.sendToThread(self, SIGUSR1);
        fake.awaitIdle(SOON);
        assertThat(seen).extracting(SignalEvent::cause).containsExactly(SignalCause.THREAD);
        assertThat(fake.sent()).containsExactly(SentSignal.toThread(self.id(), SIGUSR1));
        assertThat(ThreadTarget.current()).isEqualTo(self);
    }

    @Test
    void aThreadThatEndedOrNeverWasIsRefused() throws Exception {
        ThreadTarget ended = elsewhere(ThreadTarget::current);
        assertThat(ended).isNotEqualTo(ThreadTarget.current());
        for (ThreadTarget target : List.of(ended, new ThreadTarget(Integer.MAX_VALUE))) {
            assertThatThrownBy(() -> Signals.sendToThread(target, SIGUSR1))
                    .isInstanceOfSatisfying(
                            SignalException.class,
                            refused -> assertThat(refused.errnoName()).isEqualTo("ESRCH"));
        }
        assertThatThrownBy(() -> Signals.sendToThread(ThreadTarget.current(), SIGUSR2))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(fake.sent()).isEmpty();
    }

    @Test
    void aMaskKeepsWhatIsForItsThread() throws Exception {
        Signals.handle(SIGUSR1, seen::add);
        Signals.handle(RT1, seen::add);
        Signals.threadMask().block(List.of(SIGUSR1, RT1));
        ThreadTarget self = ThreadTarget.current();
        Signals.raise(SIGUSR1);
        Signals.raise(SIGUSR1); // a kernel keeps one of a kind
        Signals.sendToThread(self, RT1);
        Signals.sendToThread(self, RT1);
        fake.awaitIdle(SOON);
        assertThat(seen).isEmpty();
        assertThat(pending()).containsExactly(SIGUSR1, RT1);
        assertThat(elsewhere(ThreadsTest::pending)).isEmpty();
        Signals.threadMask().unblock(List.of(SIGUSR1, RT1));
        fake.awaitIdle(SOON);
        assertThat(seen).extracting(SignalEvent::signal).containsExactly(SIGUSR1, RT1, RT1);
        assertThat(pending()).isEmpty();
    }

    @Test
    void aMaskDoesNotKeepWhatIsForTheProcess() throws Exception {
        Signals.handle(SIGUSR1, seen::add);
        Signals.threadMask().block(List.of(SIGUSR1));
        fake.deliver(SIGUSR1);
        fake.awaitIdle(SOON);
        assertThat(seen).hasSize(1);
    }

    @Test
    void masksChangeAsSigmaskDoes() throws Exception {
        assertThat(Signals.threadMask().blocked()).isEmpty();
        assertThat(Signals.threadMask().block(List.of(SIGTERM, SIGHUP))).isEmpty();
        assertThat(Signals.threadMask().unblock(List.of(SIGHUP))).containsExactly(SIGHUP, SIGTERM);
        assertThat(Signals.threadMask().set(List.of(SIGUSR1))).containsExactly(SIGTERM);
        assertThat(Signals.threadMask().blocked()).containsExactly(SIGUSR1);
        assertThat(elsewhere(() -> Signals.threadMask().blocked())).isEmpty();
    }

    @Test
    void killAndStopCannotBeBlocked() {
        SignalBackend backend = new FakeSignalProvider().open();
        backend.mask(MaskChange.BLOCK, Set.copyOf(Signals.signals()));
        assertThat(backend.mask(MaskChange.BLOCK, Set.of()))
                .hasSize(Signals.signals().size() - 2);
    }

    @Test
    void whatIsIgnoredIsNotKept() throws Exception {
        Signals.handle(SIGUSR1, seen::add);
        Signals.threadMask().block(List.of(SIGUSR1));
        Signals.raise(SIGUSR1);
        Signals.handle(SIGUSR1, SignalHandler.IGNORE);
        assertThat(pending()).isEmpty();
        Signals.handle(SIGUSR1, seen::add);
        Signals.threadMask().unblock(List.of(SIGUSR1));
        fake.awaitIdle(SOON);
        assertThat(seen).isEmpty();
    }

    private static List<Signal> pending() {
        return Signals.pending().stream().map(PendingSignal::signal).toList();
    }
}
