/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signals4j.Disposition;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalSystem;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;

/** What the api gets from the platform. */
class FakeSignalProviderTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final RealtimeSignal RT1 = new RealtimeSignal(1);

    private final DeliveryBatch batch = new DeliveryBatch();
    private final SignalBackend backend = new FakeSignalProvider().open();

    @AfterEach
    void close() {
        backend.close();
    }

    private List<Integer> receive(int realtimeRoom) {
        batch.reset(realtimeRoom);
        backend.receive(batch);
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            numbers.add(batch.get(i).number());
        }
        return numbers;
    }

    private void caught(Signal... signals) {
        for (Signal signal : signals) {
            assertThat(backend.install(signal, Disposition.CAUGHT, Set.of())).isEqualTo(Disposition.CAUGHT);
        }
    }

    @Test
    void itIsNotAService() {
        assertThat(SignalSystem.candidates())
                .noneMatch(candidate -> candidate.name().equals("fake"));
        assertThat(new FakeSignalProvider().priority()).isNegative();
        assertThat(new FakeSignalProvider().availability().isAvailable()).isTrue();
    }

    @Test
    void deliveriesComeInOrderAndApart() {
        caught(SIGUSR1, SIGUSR2, RT1);
        backend.raise(RT1);
        backend.raise(SIGUSR2);
        backend.raise(SIGUSR1);
        backend.raise(RT1);
        backend.raise(SIGUSR1);
        assertThat(receive(10)).containsExactly(35, 12, 10, 35, 10);
    }

    @Test
    void realtimeSignalsWaitForRoom() {
        caught(SIGUSR1, RT1);
        backend.raise(RT1);
        backend.raise(RT1);
        backend.raise(RT1);
        backend.raise(SIGUSR1);
        assertThat(receive(0)).containsExactly(10);
        backend.wake();
        assertThat(receive(0)).isEmpty();
        assertThat(receive(2)).containsExactly(35, 35);
        assertThat(receive(2)).containsExactly(35);
    }

    @Test
    void aWakeThatComesFirstCountsOnce() throws Exception {
        backend.wake();
        assertThat(receive(1)).isEmpty();
        AtomicInteger reads = new AtomicInteger();
        Thread reader = new Thread(() -> {
            receive(1);
            reads.incrementAndGet();
        });
        reader.start();
        await().atMost(SOON).until(() -> reader.getState() == Thread.State.WAITING);
        reader.interrupt(); // is no wake
        caught(SIGUSR1);
        assertThat(reads).hasValue(0);
        backend.raise(SIGUSR1);
        reader.join();
        assertThat(reads).hasValue(1);
        assertThat(batch.get(0).number()).isEqualTo(10);
    }

    @Test
    void whatWasOnItsWayComesAfterRestoreAndNothingElse() {
        caught(SIGUSR1);
        backend.raise(SIGUSR1);
        assertThat(backend.restore(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
        backend.raise(SIGUSR1);
        assertThat(receive(1)).containsExactly(10);
        backend.wake();
        assertThat(receive(1)).isEmpty();
    }

    @Test
    void restoringWhatWasNotChangedDoesNothing() {
        FakeBackend own = (FakeBackend) backend;
        own.replaceByForeign(SIGUSR1);
        assertThat(backend.restore(SIGUSR1)).isEqualTo(Disposition.FOREIGN);
        assertThat(backend.restore(SIGUSR2)).isEqualTo(Disposition.DEFAULT);
    }

    @Test
    void whatReplacedOursIsReinstatedWhenItWasForcedAway() {
        FakeBackend own = (FakeBackend) backend;
        caught(SIGUSR1);
        own.replaceByForeign(SIGUSR1);
        assertThat(backend.install(SIGUSR1, Disposition.CAUGHT, Set.of())).isEqualTo(Disposition.FOREIGN);
        assertThat(backend.install(SIGUSR1, Disposition.CAUGHT, Set.of(InstallFlag.FORCE)))
                .isEqualTo(Disposition.CAUGHT);
        backend.raise(SIGUSR1);
        receive(1);
        backend.settle(batch.get(0), Outcome.DEFAULT);
        assertThat(own.passedToForeign()).containsExactly(SIGUSR1);
        assertThat(backend.restore(SIGUSR1)).isEqualTo(Disposition.FOREIGN);
    }

    @Test
    void platformsDoNotShareAnything() {
        FakePlatform platform = new FakePlatform().ignored(SIGHUP);
        FakeSignalProvider provider = FakeSignalProvider.startingWith(platform);
        platform.ignored(SIGTERM);
        SignalBackend first = provider.open();
        first.install(SIGHUP, Disposition.CAUGHT, Set.of(InstallFlag.OVERRIDE_IGNORED));
        first.close();
        first.close();
        SignalBackend second = provider.open();
        assertThat(second.disposition(SIGHUP)).isEqualTo(Disposition.IGNORED);
        assertThat(second.disposition(SIGTERM)).isEqualTo(Disposition.DEFAULT);
        assertThat(second.install(SIGHUP, Disposition.CAUGHT, Set.of())).isEqualTo(Disposition.IGNORED);
        second.close();
    }

    @Test
    void systemsCanBeOpenedOverItAgainAndAgain() throws Exception {
        FakeSignalProvider provider = new FakeSignalProvider();
        for (int i = 0; i < 20; i++) {
            try (SignalSystem system = SignalSystem.open(provider)) {
                var next = system.next(SIGUSR1);
                system.raise(SIGUSR1);
                assertThat(next.get().signal()).isEqualTo(SIGUSR1);
            }
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> thread.getName().startsWith("signals4j dispatch"))
                .hasSizeLessThan(5);
    }
}
