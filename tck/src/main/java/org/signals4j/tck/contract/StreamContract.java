/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.SignalChannel;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.SignalPublisher;
import org.signals4j.SignalStream;
import org.signals4j.SignalSystem;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** Signals for those who fetch them. */
@Needs(Capability.RAISE)
class StreamContract extends InProcess {

    @Test
    @Checks("STR-1")
    void aStreamYieldsEachArrival() throws Exception {
        try (SignalStream stream = system.stream(Set.of(third, second), 100)) {
            for (int i = 0; i < 10; i++) {
                cause(third); // its default may be death
                SignalEvent event = stream.poll(Patience.limit()).orElseThrow();
                assertEquals(third, event.signal());
                assertEquals(1, event.count());
            }
            long received = system.statistics(third).received();
            for (int i = 1; i <= 5; i++) {
                long arrivals = received + i;
                cause(third);
                Patience.await("arrival " + i, () -> system.statistics(third).received() >= arrivals);
            }
            cause(second);
            for (int i = 1; i <= 5; i++) {
                SignalEvent event = stream.poll(Patience.limit()).orElseThrow();
                assertEquals(third, event.signal(), "arrival " + i + " of those that were queued");
                assertEquals(1, event.count());
            }
            assertTrue(stream.hasNext());
            assertEquals(second, stream.next().signal());
            assertEquals(0, stream.overflow());
        }
    }

    @Test
    @Checks("STR-2")
    void aFullStreamCountsWhatItDrops() throws Exception {
        try (SignalStream stream = system.stream(Set.of(first), 2)) {
            for (int i = 1; i <= 5; i++) {
                long arrivals = i;
                cause(first);
                Patience.await("arrival " + i, () -> system.statistics(first).received() >= arrivals);
            }
            Patience.await("what is dropped", () -> stream.overflow() == 3);
            assertTrue(stream.poll(Duration.ZERO).isPresent());
            assertTrue(stream.poll(Duration.ZERO).isPresent());
            assertEquals(Optional.empty(), stream.poll(Duration.ZERO));
        }
    }

    @Test
    @Checks("STR-3")
    void aPollEndsInTimeAndCloseEndsIt() throws Exception {
        SignalStream stream = system.stream(Set.of(first), 10);
        long start = System.nanoTime();
        assertEquals(Optional.empty(), stream.poll(Duration.ofMillis(40)));
        assertTrue(System.nanoTime() - start >= 40_000_000, "poll came back too early");
        FutureTask<Boolean> waiter = new FutureTask<>(stream::hasNext);
        FutureTask<Optional<SignalEvent>> poller = new FutureTask<>(() -> stream.poll(Duration.ofDays(1)));
        Thread waiting = started(waiter);
        Thread polling = started(poller);
        Patience.await("hasNext to wait", waiting::getState, state -> state == Thread.State.WAITING);
        Patience.await("poll to wait", polling::getState, state -> state == Thread.State.TIMED_WAITING);
        stream.close();
        assertFalse(Patience.within("the end of hasNext", waiter));
        assertEquals(Optional.empty(), Patience.within("the end of poll", poller));

        SignalStream another = system.stream(Set.of(first), 10);
        cause(first);
        Patience.await("the arrival", () -> system.statistics(first).received() > 0);
        assertTrue(another.hasNext());
        another.close();
        assertEquals(first, another.next().signal(), "what was queued before close");
        assertFalse(another.hasNext());
    }

    @Test
    @Checks("STR-3")
    void closeOfTheSystemEndsWhoWaitsForAStream() throws Exception {
        SignalStream stream = system.stream(Set.of(first), 10);
        SignalStream another = system.stream(Set.of(second), 10);
        FutureTask<Boolean> waiter = new FutureTask<>(stream::hasNext);
        FutureTask<Optional<SignalEvent>> poller = new FutureTask<>(() -> stream.poll(Duration.ofDays(1)));
        Thread waiting = started(waiter);
        Thread polling = started(poller);
        Patience.await("hasNext to wait", waiting::getState, state -> state == Thread.State.WAITING);
        Patience.await("poll to wait", polling::getState, state -> state == Thread.State.TIMED_WAITING);
        cause(second);
        assertTrue(another.hasNext());
        system.close();
        assertFalse(Patience.within("the end of hasNext", waiter));
        assertEquals(Optional.empty(), Patience.within("the end of poll", poller));
        assertEquals(second, another.next().signal(), "what was queued before close");
        assertFalse(another.hasNext());
    }

    @Test
    @Checks({"STR-3", "LIFE-6"})
    void whoTakesFromAStreamMayCloseTheSystem() {
        SignalStream stream = system.stream(Set.of(first), 10);
        FutureTask<Integer> taker = new FutureTask<>(() -> {
            int taken = 0;
            while (stream.hasNext()) {
                stream.next();
                taken++;
                system.close();
            }
            return taken;
        });
        started(taker);
        cause(first);
        assertEquals(1, Patience.within("the end of the stream", taker));
    }

    @Test
    @Checks("STR-4")
    void aChannelYieldsANumberForEachArrival() throws Exception {
        try (SignalChannel channel = system.openChannel(Set.of(third));
                Selector selector = Selector.open()) {
            channel.source().configureBlocking(false);
            channel.source().register(selector, SelectionKey.OP_READ);
            for (int i = 0; i < 5; i++) {
                cause(third);
                assertEquals(1, selector.select(Patience.limit().toMillis()), "the channel was not selected");
                selector.selectedKeys().clear();
                ByteBuffer bytes = ByteBuffer.allocate(16);
                assertEquals(1, channel.source().read(bytes));
                assertEquals(third, system.lookup(bytes.get(0)));
            }
            assertEquals(0, channel.overflow());
        }
    }

    @Test
    @Checks("STR-4")
    void whoReadsFromAChannelComesToItsEnd() throws Exception {
        SignalChannel own = system.openChannel(Set.of(first));
        FutureTask<Integer> reader = new FutureTask<>(() -> {
            try {
                return own.source().read(ByteBuffer.allocate(1));
            } catch (ClosedChannelException closed) {
                return -1;
            }
        });
        started(reader);
        own.close();
        assertEquals(-1, Patience.within("the end of the read", reader), "after the channel was closed");
        assertFalse(own.source().isOpen());

        try (SignalChannel channel = system.openChannel(Set.of(third))) {
            Recorder written = recorder(); // called by the dispatch thread, after the channel was served
            system.subscribe(third, written);
            cause(third);
            written.next("the event of what was written");
            FutureTask<List<Integer>> readers = new FutureTask<>(() -> List.of(
                    channel.source().read(ByteBuffer.allocate(1)),
                    channel.source().read(ByteBuffer.allocate(1))));
            started(readers);
            system.close();
            assertEquals(List.of(1, -1), Patience.within("the end of the reads", readers), "what two reads return");
        }
    }

    @Test
    @Checks("STR-10")
    void aFullChannelCountsWhatItCannotWrite() throws Exception {
        system.close();
        system = SignalSystem.open(new Multiplying(provider));
        try (SignalChannel channel = system.openChannel(Set.of(first))) {
            Recorder written = recorder(); // called by the dispatch thread, after the channel was served
            system.subscribe(first, written);
            Patience.await("a channel that nobody reads to be full", () -> {
                cause(first);
                written.next("the event of what was written");
                return channel.overflow() > 0;
            });
            channel.source().configureBlocking(false);
            ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
            long[] read = {0};
            Patience.await("each arrival to be a byte or counted", () -> {
                read[0] += drain(channel, bytes);
                return read[0] + channel.overflow() == system.statistics(first).received();
            });
            assertEquals(first, system.lookup(bytes.get(0)));
        }
    }

    private static long drain(SignalChannel channel, ByteBuffer bytes) {
        try {
            long sum = 0;
            for (int read = 1; read > 0; sum += read) {
                read = channel.source().read(bytes.clear());
            }
            return sum;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    @Test
    @Checks("STR-5")
    void aPublisherServesAllItsSubscribers() throws Exception {
        LinkedBlockingQueue<SignalEvent> one = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<SignalEvent> two = new LinkedBlockingQueue<>();
        try (SignalPublisher publisher = system.publisher(Set.of(third))) {
            publisher.subscribe(new Subscriber(one, Long.MAX_VALUE));
            publisher.subscribe(new Subscriber(two, Long.MAX_VALUE));
            for (int i = 0; i < 5; i++) {
                cause(third);
                for (LinkedBlockingQueue<SignalEvent> each : List.of(one, two)) {
                    SignalEvent event = each.poll(Patience.limit().toMillis(), TimeUnit.MILLISECONDS);
                    assertEquals(third, event == null ? null : event.signal());
                }
            }
        }
    }

    @Test
    @Checks("STR-5")
    void aPublisherCompletesItsSubscribers() {
        for (boolean own : new boolean[] {true, false}) {
            SignalPublisher publisher = system.publisher(Set.of(third));
            List<Subscriber> subscribers = List.of(
                    new Subscriber(new LinkedBlockingQueue<>(), Long.MAX_VALUE),
                    new Subscriber(new LinkedBlockingQueue<>(), Long.MAX_VALUE));
            subscribers.forEach(publisher::subscribe);
            long arrivals = system.statistics(third).received() + 1;
            cause(third);
            Patience.await("the arrival", () -> system.statistics(third).received() >= arrivals);
            Patience.await("the event", () -> subscribers.stream().allMatch(each -> each.events.size() == 1));
            if (own) {
                publisher.close();
            } else {
                system.close();
            }
            for (Subscriber each : subscribers) {
                Patience.within("the end for a subscriber", each.completion);
                assertEquals(1, each.events.size());
            }
        }
    }

    @Test
    @Checks("STR-11")
    void aSlowSubscriberHarmsItselfAlone() throws Exception {
        Subscriber prompt = new Subscriber(new LinkedBlockingQueue<>(), Long.MAX_VALUE);
        Subscriber slow = new Subscriber(new LinkedBlockingQueue<>(), 0);
        int arrivals = Flow.defaultBufferSize() + 3;
        try (SignalPublisher publisher = system.publisher(Set.of(first))) {
            publisher.subscribe(prompt);
            publisher.subscribe(slow);
            Flow.Subscription subscription = Patience.within("the subscription", slow.subscription);
            for (int i = 1; i <= arrivals; i++) {
                cause(first);
                assertNotNull(
                        prompt.events.poll(Patience.limit().toMillis(), TimeUnit.MILLISECONDS),
                        "arrival " + i + " for the subscriber that takes all");
            }
            Patience.await("what is dropped", publisher::overflow, dropped -> dropped == 3);
            assertEquals(0, slow.events.size(), "events that nobody has asked for");
            subscription.request(Long.MAX_VALUE);
            publisher.close();
            Patience.within("the end for the slow subscriber", slow.completion);
            assertEquals(arrivals - 3, slow.events.size(), "events that were kept");
        }
    }

    @Test
    @Checks("STR-6")
    void closeGivesTheSignalsBack() throws Exception {
        var before = system.info(first).disposition();
        SignalStream stream = system.stream(Set.of(first), 1);
        SignalChannel channel = system.openChannel(Set.of(first));
        SignalPublisher publisher = system.publisher(Set.of(first));
        for (AutoCloseable each : List.of(stream, channel, publisher)) {
            each.close();
            each.close();
        }
        assertSame(SignalHandler.DEFAULT, system.handler(first));
        assertEquals(before, system.info(first).disposition());
        assertFalse(channel.source().isOpen());
    }

    @Test
    @Checks("STR-6")
    void closeOfTheSystemGivesThemBackToo() throws Exception {
        var before = system.info(first).disposition();
        List<AutoCloseable> open = List.of(
                system.stream(Set.of(first), 1), system.openChannel(Set.of(first)), system.publisher(Set.of(first)));
        system.close();
        assertEquals(before, system.info(first).disposition());
        for (AutoCloseable each : open) {
            each.close();
        }
        assertEquals(before, system.info(first).disposition());
    }

    @Test
    @Checks("STR-8")
    void anInterruptEndsTheWaitForAStream() throws Exception {
        try (SignalStream stream = system.stream(Set.of(first), 1)) {
            FutureTask<Boolean> waiter = new FutureTask<>(
                    () -> !stream.hasNext() && Thread.currentThread().isInterrupted());
            FutureTask<Boolean> taker = new FutureTask<>(() -> {
                assertThrows(NoSuchElementException.class, stream::next);
                return Thread.currentThread().isInterrupted();
            });
            FutureTask<Boolean> poller = new FutureTask<>(() -> {
                assertThrows(InterruptedException.class, () -> stream.poll(Duration.ofDays(1)));
                return !Thread.currentThread().isInterrupted();
            });
            for (FutureTask<Boolean> each : List.of(waiter, taker, poller)) {
                Thread thread = started(each);
                Patience.await(
                        "a thread to wait for the stream",
                        thread::getState,
                        state -> state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING);
                thread.interrupt();
                assertTrue(Patience.within("the end of the wait", each), "the state of the thread");
            }
            cause(first);
            assertEquals(first, stream.poll(Patience.limit()).orElseThrow().signal());
        }
    }

    @Test
    @Checks("STR-9")
    void afterItsEndAStreamHasNothing() throws Exception {
        SignalStream stream = system.stream(Set.of(first), 10);
        cause(first);
        assertTrue(stream.hasNext());
        stream.close();
        assertEquals(first, stream.next().signal());
        for (int i = 0; i < 2; i++) {
            assertFalse(stream.hasNext());
            assertThrows(NoSuchElementException.class, stream::next);
            assertEquals(Optional.empty(), stream.poll(Duration.ofDays(1)));
        }
    }

    @Test
    @Checks("STR-7")
    void badInputIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> system.stream(Set.of(first), 0));
        assertThrows(IllegalArgumentException.class, () -> system.stream(Set.of(first), -1));
        assertThrows(IllegalArgumentException.class, () -> system.stream(Set.of(), 1));
        assertThrows(IllegalArgumentException.class, () -> system.openChannel(Set.of()));
        assertThrows(IllegalArgumentException.class, () -> system.publisher(Set.of()));
        assertSame(SignalHandler.DEFAULT, system.handler(first));
    }

    private static Thread started(Runnable task) {
        Thread thread = new Thread(task, "tck stream");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Keeps what it gets, and asks for a number of events at first. */
    private static final class Subscriber implements Flow.Subscriber<SignalEvent> {

        final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
        final CompletableFuture<Void> completion = new CompletableFuture<>();
        final LinkedBlockingQueue<SignalEvent> events;
        private final long wanted;

        Subscriber(LinkedBlockingQueue<SignalEvent> events, long wanted) {
            this.events = events;
            this.wanted = wanted;
        }

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription.complete(newSubscription);
            if (wanted > 0) {
                newSubscription.request(wanted);
            }
        }

        @Override
        public void onNext(SignalEvent event) {
            events.add(event);
        }

        @Override
        public void onError(Throwable thrown) {
            completion.completeExceptionally(thrown);
        }

        @Override
        public void onComplete() {
            completion.complete(null);
        }
    }
}
