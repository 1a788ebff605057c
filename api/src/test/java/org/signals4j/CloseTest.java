/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.signals4j.scripted.ScriptedBackend;
import org.signals4j.scripted.ScriptedProvider;
import org.signals4j.spi.Outcome;

/** Nobody hangs on a system that is closed. */
@Timeout(60)
class CloseTest extends SystemFixture {

    private static final Duration LONG = Duration.ofHours(1);

    /** What a thread has returned or thrown. */
    private static final class Task<T> extends FutureTask<T> {

        final Thread thread = new Thread(this);

        Task(Callable<T> call) {
            super(call);
            thread.setDaemon(true);
            thread.start();
        }

        Task<T> waiting() {
            soon().until(() ->
                    thread.getState() == Thread.State.WAITING || thread.getState() == Thread.State.TIMED_WAITING);
            return this;
        }

        T result() throws Exception {
            return get(20, TimeUnit.SECONDS);
        }

        void fails(Class<? extends Throwable> type) {
            assertThatThrownBy(this::result).hasCauseInstanceOf(type);
        }
    }

    private interface Act {
        void run() throws Exception;
    }

    private static Task<Void> task(Act act) {
        return new Task<>(() -> {
            act.run();
            return null;
        });
    }

    @Test
    void pauseAndSleepEnd() {
        Task<Void> pause = task(system::pause).waiting();
        Task<Void> sleep = task(() -> system.sleep(LONG)).waiting();
        system.close();
        pause.fails(IllegalStateException.class);
        sleep.fails(IllegalStateException.class);
    }

    @Test
    void aStreamEndsAndGivesWhatWasQueued() throws Exception {
        SignalStream empty = system.stream(List.of(SIGUSR2), 1);
        SignalStream stream = system.stream(List.of(SIGUSR1), 1);
        Task<Boolean> hasNext = new Task<>(empty::hasNext).waiting();
        Task<Optional<SignalEvent>> poll = new Task<>(() -> empty.poll(LONG)).waiting();
        Task<SignalEvent> next = new Task<>(empty::next).waiting();
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        system.close();
        assertThat(hasNext.result()).isFalse();
        assertThat(poll.result()).isEmpty();
        next.fails(NoSuchElementException.class);
        assertThat(stream.next().signal()).isEqualTo(SIGUSR1);
        assertThat(stream.hasNext()).isFalse();
        stream.close();
        empty.close();
    }

    private Task<Integer> reading(SignalChannel channel) {
        CountDownLatch reads = new CountDownLatch(1);
        Task<Integer> read = new Task<>(() -> {
            reads.countDown();
            return channel.source().read(ByteBuffer.allocate(1));
        });
        soon().until(() -> reads.getCount() == 0);
        return read;
    }

    @Test
    void aBlockingReadOfAChannelEndsWithItsOwnClose() throws Exception {
        SignalChannel channel = system.openChannel(List.of(SIGUSR1));
        Task<Integer> read = reading(channel);
        channel.close();
        try {
            assertThat(read.result()).isEqualTo(-1);
        } catch (ExecutionException failed) {
            assertThat(failed).hasCauseInstanceOf(ClosedChannelException.class);
        }
        assertThat(channel.source().isOpen()).isFalse();
    }

    @Test
    void aChannelEndsAfterWhatWasWritten() throws Exception {
        SignalChannel empty = system.openChannel(List.of(SIGUSR2));
        SignalChannel channel = system.openChannel(List.of(SIGUSR1));
        Task<Integer> read = reading(empty);
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        system.close();
        assertThat(read.result()).isEqualTo(-1);
        assertThat(reading(channel).result()).isOne();
        assertThat(reading(channel).result()).isEqualTo(-1);
        assertThat(empty.source().isOpen()).isTrue();
        channel.close();
        empty.close();
        assertThat(empty.source().isOpen()).isFalse();
    }

    /** Also one that comes to select after the close. */
    @Test
    void aSelectorFindsTheEndOfAChannel() throws Exception {
        try (SignalChannel channel = system.openChannel(List.of(SIGUSR1));
                Selector selector = Selector.open()) {
            channel.source().configureBlocking(false);
            channel.source().register(selector, SelectionKey.OP_READ);
            Task<Integer> select = new Task<>(selector::select);
            system.close();
            assertThat(select.result()).isOne();
            assertThat(channel.source().read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    /** Counts what it is told. */
    private static class Told implements Flow.Subscriber<SignalEvent> {

        final List<String> calls = new ArrayList<>();
        private final long wants;

        Told(long wants) {
            this.wants = wants;
        }

        synchronized void add(String call) {
            calls.add(call);
        }

        synchronized List<String> calls() {
            return List.copyOf(calls);
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(wants);
        }

        @Override
        public void onNext(SignalEvent event) {
            add(event.signal().name());
        }

        @Override
        public void onError(Throwable problem) {
            add("error " + problem);
        }

        @Override
        public void onComplete() {
            add("complete");
        }
    }

    @Test
    void aPublisherCompletesWithItsOwnCloseAndWithTheSystems() {
        for (boolean own : new boolean[] {true, false}) {
            SignalPublisher publisher = system.publisher(List.of(SIGUSR1));
            Told one = new Told(10);
            Told two = new Told(10);
            publisher.subscribe(one);
            publisher.subscribe(two);
            backend.deliver(SIGUSR1);
            awaitSettled(own ? 1 : 2);
            if (own) {
                publisher.close();
            } else {
                system.close();
            }
            for (Told each : List.of(one, two)) {
                soon().until(() -> each.calls().contains("complete"));
                assertThat(each.calls()).containsExactly("SIGUSR1", "complete");
            }
            Told late = new Told(10);
            publisher.subscribe(late);
            soon().until(() -> late.calls().contains("complete"));
            publisher.close();
        }
    }

    /** Else it would run in the midst of the close, which other threads wait for. */
    @Test
    void whatDependsOnAFutureRunsElsewhere() throws Exception {
        AtomicReference<Thread> ran = new AtomicReference<>();
        CompletableFuture<SignalEvent> next = system.next(SIGUSR1);
        CompletableFuture<Void> then = next.handle((event, problem) -> {
                    ran.set(Thread.currentThread());
                    return CompletableFuture.supplyAsync(SignalSystem::current).join();
                })
                .thenRun(() -> {});
        system.close();
        then.get(20, TimeUnit.SECONDS);
        assertThat(next).isCompletedExceptionally();
        assertThat(ran.get()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void aHandlerThatClosesEndsThemAll() throws Exception {
        system.handle(SIGUSR1, event -> system.close());
        SignalStream stream = system.stream(List.of(SIGUSR2), 1);
        SignalChannel channel = system.openChannel(List.of(SIGUSR2));
        Task<Boolean> hasNext = new Task<>(stream::hasNext).waiting();
        Task<Void> sleep = task(() -> system.sleep(LONG)).waiting();
        Task<SignalEvent> await = new Task<>(() -> system.await(Set.of(SIGUSR2))).waiting();
        backend.deliver(SIGUSR1);
        assertThat(hasNext.result()).isFalse();
        sleep.fails(IllegalStateException.class);
        await.fails(IllegalStateException.class);
        assertThat(reading(channel).result()).isEqualTo(-1);
    }

    @Test
    void whoTakesMayClose() throws Exception {
        SignalStream stream = system.stream(List.of(SIGUSR1), 5);
        Task<Integer> taking = new Task<>(() -> {
            int taken = 0;
            while (stream.hasNext()) {
                stream.next();
                taken++;
                system.close();
            }
            return taken;
        });
        backend.deliver(SIGUSR1);
        assertThat(taking.result()).isOne();
    }

    @Test
    void aSubscriberOfAPublisherMayClose() {
        Told told = new Told(10) {
            @Override
            public void onNext(SignalEvent event) {
                super.onNext(event);
                system.close();
            }
        };
        system.publisher(List.of(SIGUSR1)).subscribe(told);
        backend.deliver(SIGUSR1);
        soon().until(() -> told.calls().contains("complete"));
        assertThat(told.calls()).containsExactly("SIGUSR1", "complete");
    }

    @Test
    void whatIsDueOnABoundThreadGetsItsDefault() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        Task<Void> bound = task(() -> {
            system.bindMainThread();
            system.handle(SIGTERM, seen::add);
            backend.deliver(SIGTERM);
            closed.await();
            system.checkpoint();
        });
        bound.waiting();
        soon().until(backend::isDrained);
        system.close();
        awaitSettled(1);
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
        closed.countDown();
        bound.result();
        assertThat(seen).isEmpty();
    }

    @Test
    void aBoundThreadMayCloseInItsHandler() {
        Task<Void> bound = task(() -> {
            system.bindMainThread();
            system.handle(SIGUSR1, event -> system.close());
            backend.deliver(SIGUSR1);
            system.sleep(LONG);
        });
        bound.fails(IllegalStateException.class);
        assertThat(SignalSystem.current()).isEmpty();
    }

    @Test
    void theSystemEndsThoughASignalCannotBeRestored() {
        SignalStream stream = system.stream(List.of(SIGUSR1), 1);
        SignalException refusal = new SignalException("sigaction", 22, "EINVAL", "scripted");
        backend.refuse(SIGUSR1, refusal);
        Task<Void> pause = task(system::pause).waiting();
        assertThatThrownBy(system::close).isSameAs(refusal);
        assertThat(stream.hasNext()).isFalse();
        pause.fails(IllegalStateException.class);
        assertThat(SignalSystem.current()).isEmpty();
        system.close();
    }

    /** Whoever comes a moment too late is ended as well. */
    @Test
    void nobodyHangsWhoComesAsTheSystemIsClosed() throws Exception {
        for (int i = 0; i < 200; i++) {
            SignalSystem now = system;
            CountDownLatch go = new CountDownLatch(1);
            List<Task<Void>> tasks = new ArrayList<>();
            for (Act act : List.<Act>of(
                    now::pause,
                    () -> now.sleep(LONG),
                    () -> now.await(Set.of(SIGUSR1)),
                    () -> now.next(SIGUSR1).join(),
                    () -> now.stream(Set.of(SIGUSR1), 1).next())) {
                tasks.add(task(() -> {
                    go.await();
                    act.run();
                }));
            }
            go.countDown();
            now.close();
            for (Task<Void> each : tasks) {
                assertThatThrownBy(each::result).isInstanceOf(ExecutionException.class);
            }
            system = SignalSystem.open(ScriptedProvider.over(new ScriptedBackend()));
        }
    }
}
