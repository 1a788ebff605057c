/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGSEGV;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.signals4j.scripted.ScriptedBackend;
import org.signals4j.spi.Outcome;

class StreamTest extends SystemFixture {

    @Test
    void aStreamYieldsEveryArrivalAndCancelsTheDefault() throws Exception {
        try (SignalStream stream = system.stream(List.of(SIGTERM, SIGUSR1), 10)) {
            backend.deliver(SIGTERM, SIGUSR1, SIGUSR1);
            assertThat(stream.next().signal()).isEqualTo(SIGTERM);
            assertThat(stream.hasNext()).isTrue();
            assertThat(stream.next().signal()).isEqualTo(SIGUSR1);
            assertThat(stream.poll(Duration.ofSeconds(20))).isPresent();
            assertThat(stream.poll(Duration.ZERO)).isEmpty();
            assertThat(stream.poll(Duration.ofMillis(5))).isEmpty();
            assertThat(stream.overflow()).isZero();
            backend.deliver(SIGTERM);
            assertThat(stream.poll(Duration.ofSeconds(20))).isPresent();
            awaitSettled(4);
            assertThat(backend.outcomes(Outcome.CANCELLED)).isEqualTo(4);
        }
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.DEFAULT);
    }

    @Test
    void whatComesWhileAStreamIsFullIsCounted() {
        try (SignalStream stream = system.stream(List.of(SIGUSR1), 2)) {
            for (int i = 0; i < 5; i++) {
                backend.deliver(SIGUSR1);
            }
            soon().until(() -> stream.overflow() == 3);
            stream.next();
            stream.next();
            stream.close();
            assertThat(stream.hasNext()).isFalse();
            assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
        }
    }

    @Test
    void closeWakesWhoWaits() {
        SignalStream stream = system.stream(List.of(SIGUSR1), 1);
        CompletableFuture<Boolean> waiting = CompletableFuture.supplyAsync(stream::hasNext);
        stream.close();
        assertThat(waiting.join()).isFalse();
    }

    @Test
    void anInterruptEndsTheWait() {
        try (SignalStream stream = system.stream(List.of(SIGUSR1), 1)) {
            Thread.currentThread().interrupt();
            assertThat(stream.hasNext()).isFalse();
            assertThatThrownBy(stream::next).isInstanceOf(NoSuchElementException.class);
            assertThatThrownBy(() -> stream.poll(Duration.ofSeconds(20))).isInstanceOf(InterruptedException.class);
            assertThat(Thread.interrupted()).as("poll has cleared it").isFalse();
            Thread.currentThread().interrupt();
            backend.deliver(SIGUSR1);
            soon().until(() -> system.statistics(SIGUSR1).received() == 1 && stream.hasNext());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(stream.next().signal()).isEqualTo(SIGUSR1);
        }
    }

    /** One of two that wait is told that there is an event, and does not take it. */
    @Test
    void whoOnlyLooksKeepsNobodyFromTaking() throws Exception {
        try (SignalStream stream = system.stream(List.of(SIGUSR1), 1)) {
            FutureTask<Boolean> looks = new FutureTask<>(stream::hasNext);
            FutureTask<SignalEvent> takes = new FutureTask<>(stream::next);
            for (FutureTask<?> each : List.of(looks, takes)) {
                Thread thread = new Thread(each);
                thread.start();
                soon().until(() -> thread.getState() == Thread.State.WAITING);
            }
            backend.deliver(SIGUSR1);
            assertThat(takes.get(20, TimeUnit.SECONDS).signal()).isEqualTo(SIGUSR1);
            stream.close();
            looks.get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void aChannelServesASelector() throws IOException {
        try (SignalChannel channel = system.openChannel(List.of(SIGUSR1, SIGUSR2));
                Selector selector = Selector.open()) {
            channel.source().configureBlocking(false);
            channel.source().register(selector, SelectionKey.OP_READ);
            assertThat(selector.selectNow()).isZero();
            backend.deliver(SIGUSR2, SIGUSR1);
            ByteBuffer bytes = ByteBuffer.allocate(2);
            while (bytes.hasRemaining()) {
                assertThat(selector.select(20_000)).isOne();
                selector.selectedKeys().clear();
                channel.source().read(bytes);
            }
            assertThat(system.lookup(bytes.get(0))).isEqualTo(SIGUSR2);
            assertThat(system.lookup(bytes.get(1))).isEqualTo(SIGUSR1);
            awaitSettled(2);
            assertThat(backend.outcomes(Outcome.CANCELLED)).isEqualTo(2);
        }
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
    }

    @Test
    void whatComesWhileAChannelIsFullIsCounted() {
        int sent = 100_000;
        try (LogRecords log = new LogRecords();
                SignalChannel channel = system.openChannel(List.of(new RealtimeSignal(0)))) {
            for (int i = 0; i < sent; i++) {
                backend.deliver(ScriptedBackend.queued(new RealtimeSignal(0), i));
            }
            awaitSettled(sent);
            assertThat(channel.overflow()).isBetween(1L, (long) sent);
            assertThat(log.messages()).singleElement().asString().contains("SignalChannel.overflow");
        }
    }

    @Test
    void aPublisherPublishes() {
        AtomicReference<SignalEvent> got = new AtomicReference<>();
        CompletableFuture<Void> completed = new CompletableFuture<>();
        SignalPublisher publisher = system.publisher(List.of(SIGUSR1));
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(SignalEvent event) {
                got.set(event);
            }

            @Override
            public void onError(Throwable problem) {
                completed.completeExceptionally(problem);
            }

            @Override
            public void onComplete() {
                completed.complete(null);
            }
        });
        backend.deliver(SIGUSR1);
        soon().until(() -> got.get() != null);
        publisher.close();
        soon().until(completed::isDone);
        completed.join();
        assertThat(publisher.overflow()).isZero();
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
    }

    @Test
    void whatASubscriberDoesNotAskForInTimeIsCounted() {
        try (SignalPublisher publisher = system.publisher(List.of(SIGUSR1))) {
            publisher.subscribe(new Flow.Subscriber<>() {
                @Override
                public void onSubscribe(Flow.Subscription subscription) {
                    // Asks for nothing.
                }

                @Override
                public void onNext(SignalEvent event) {}

                @Override
                public void onError(Throwable problem) {}

                @Override
                public void onComplete() {}
            });
            for (int i = 0; i < 2_000; i++) {
                backend.deliver(SIGUSR1);
            }
            awaitSettled(2_000);
            assertThat(publisher.overflow()).isEqualTo(2_000 - Flow.defaultBufferSize());
        }
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> system.stream(List.of(SIGUSR1), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.stream(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.openChannel(List.of(SIGSEGV))).isInstanceOf(ReservedSignalException.class);
        assertThatThrownBy(() -> system.publisher(null)).isInstanceOf(NullPointerException.class);
        try (SignalStream stream = system.stream(List.of(SIGUSR1), 1)) {
            assertThatThrownBy(() -> stream.poll(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
