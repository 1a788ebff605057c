/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.signals4j.SignalCause;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;

@Timeout(30)
class ArrivalsTest {

    private final Arrivals arrivals = new Arrivals(31);

    @Test
    void mergesByNumberInTheOrderOfTheFirstArrival() {
        arrivals.add(15);
        arrivals.add(31);
        arrivals.add(15);
        arrivals.add(1);
        assertThat(take())
                .containsExactly(
                        Delivery.withoutDetail(15, 2), Delivery.withoutDetail(31, 1), Delivery.withoutDetail(1, 1))
                .allSatisfy(delivery -> assertThat(delivery.cause()).isEqualTo(SignalCause.UNKNOWN));
    }

    @Test
    void forgetsWhatWasTaken() {
        arrivals.add(15);
        take();
        arrivals.add(2);
        assertThat(take()).containsExactly(Delivery.withoutDetail(2, 1));
    }

    @Test
    void wakeBeforeTakeCountsOnce() throws Exception {
        arrivals.wake();
        assertThat(take()).isEmpty();
        assertWaitsUntil(arrivals::wake, List.of());
    }

    @Test
    void takeWaitsForAnArrival() throws Exception {
        assertWaitsUntil(() -> arrivals.add(15), List.of(Delivery.withoutDetail(15, 1)));
    }

    @Test
    void anInterruptNeitherEndsTheWaitNorGetsLost() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread reader = new Thread(() -> {
            take();
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        reader.start();
        reader.interrupt();
        awaitWaiting(reader);
        arrivals.add(15);
        assertThat(interrupted.get()).isTrue();
    }

    private void assertWaitsUntil(Runnable something, List<Delivery> expected) throws Exception {
        CompletableFuture<List<Delivery>> taken = new CompletableFuture<>();
        Thread reader = new Thread(() -> taken.complete(take()));
        reader.start();
        awaitWaiting(reader);
        assertThat(taken).isNotDone();
        something.run();
        assertThat(taken.get()).isEqualTo(expected);
    }

    private static void awaitWaiting(Thread thread) {
        await().until(() -> thread.getState() == Thread.State.WAITING);
    }

    private List<Delivery> take() {
        DeliveryBatch batch = new DeliveryBatch();
        arrivals.take(batch);
        List<Delivery> taken = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            taken.add(batch.get(i));
        }
        return taken;
    }
}
