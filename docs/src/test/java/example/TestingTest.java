/* SPDX-License-Identifier: Apache-2.0 */
package example;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signals4j.StandardSignal.SIGALRM;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.IntervalTimer;
import org.signals4j.RealtimeSignal;
import org.signals4j.SignalEvent;
import org.signals4j.Signals;
import org.signals4j.SubscribeOption;
import org.signals4j.testing.AppliedDefault;
import org.signals4j.testing.FakeArrival;
import org.signals4j.testing.FakeSignals;
import org.signals4j.testing.SentSignal;

/** Tests of a program that handles signals. */
class TestingTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** The program. */
    private static final class Server {

        private static final long WORKER = 4711;

        private volatile int reloads;
        private volatile boolean flushed;
        private volatile String last;

        void install() {
            Signals.handle(SIGHUP, event -> {
                reloads++;
                Signals.send(WORKER, SIGUSR1);
            });
            Signals.subscribe(SIGTERM, event -> flushed = true);
            Signals.subscribe(SIGALRM, event -> last = "alarm", SubscribeOption.CANCEL_DEFAULT);
        }

        void watch(SignalEvent event) {
            last = event.toString();
        }
    }

    private final Server server = new Server();

    @Test
    void reloadsAndTellsItsWorker() throws Exception {
        try (FakeSignals fake = FakeSignals.open()) {
            server.install(); // calls Signals.handle and so on, and knows nothing of the fake
            fake.deliver(SIGHUP);
            fake.awaitIdle(SOON); // the handler has run
            assertThat(server.reloads).isEqualTo(1);
            assertThat(fake.sent()).containsExactly(SentSignal.toProcess(4711, SIGUSR1));
        }
    }

    @Test
    void flushesAndThenEnds() throws Exception {
        try (FakeSignals fake = FakeSignals.open()) {
            server.install();
            fake.deliver(SIGTERM);
            fake.awaitIdle(SOON);
            assertThat(server.flushed).isTrue();
            assertThat(fake.defaults()).singleElement().matches(AppliedDefault::endsProcess); // it would have
        }
    }

    @Test
    void detailsAndTime() throws Exception {
        try (FakeSignals fake = FakeSignals.open()) {
            server.install();
            Signals.handle(new RealtimeSignal(1), server::watch);
            fake.deliver(FakeArrival.of(new RealtimeSignal(1)).value(42).from(1234, 1000));
            fake.awaitIdle(SOON);
            assertThat(server.last).isEqualTo("SIGRTMIN+1 (35) cause=QUEUE pid=1234 uid=1000 value=42 count=1");

            Signals.alarm(Duration.ofHours(1));
            fake.expire(IntervalTimer.REAL); // now, not in an hour
            fake.awaitIdle(SOON);
            assertThat(server.last).isEqualTo("alarm");
        }
    }

    @Test
    void otherPlatforms() throws Exception {
        try (FakeSignals fake = FakeSignals.platform()
                .without(Capability.SEND, Capability.REALTIME) // as with sunmisc
                .ignored(SIGHUP) // as under nohup
                .open()) {
            server.install();
            fake.deliver(SIGHUP);
            fake.awaitIdle(SOON);
            assertThat(fake.ignored()).isEqualTo(List.of(SIGHUP));
            assertThat(server.reloads).isZero();
        }
    }
}
