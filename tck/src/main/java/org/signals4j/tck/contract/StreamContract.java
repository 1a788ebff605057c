/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;

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
    @Checks("STR-5")
    void aPublisherServesAllItsSubscribers() throws Exception {
        LinkedBlockingQueue<SignalEvent> one = new LinkedBlockingQueue<>();
        LinkedBlockingQueue<SignalEvent> two = new LinkedBlockingQueue<>();
        try (SignalPublisher publisher = system.publisher(Set.of(third))) {
            publisher.subscribe(into(one));
            publisher.subscribe(into(two));
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

    private static Flow.Subscriber<SignalEvent> into(LinkedBlockingQueue<SignalEvent> queue) {
        return new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(Long.MAX_VALUE);
            }

            @Override
            public void onNext(SignalEvent event) {
                queue.add(event);
            }

            @Override
            public void onError(Throwable thrown) {
                throw new AssertionError(thrown);
            }

            @Override
            public void onComplete() {}
        };
    }
}
