/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.signals4j.Signals;

/** As a user tests a program of his own. */
class ReloadingServerTest {

    /** The program: knows of signals4j and nothing of fakes. */
    private static final class Server {

        final AtomicInteger reloads = new AtomicInteger();
        final AtomicInteger flushes = new AtomicInteger();
        final long worker;

        Server(long worker) {
            this.worker = worker;
        }

        void install() {
            Signals.handle(SIGHUP, event -> {
                reloads.incrementAndGet();
                Signals.send(worker, SIGUSR1);
            });
            Signals.subscribe(SIGTERM, event -> flushes.incrementAndGet());
        }
    }

    @Test
    void reloadsAndTellsItsWorker() throws Exception {
        try (FakeSignals fake = FakeSignals.open()) {
            Server server = new Server(4711);
            server.install();
            fake.deliver(SIGHUP);
            fake.awaitIdle(Duration.ofSeconds(20));
            assertThat(server.reloads).hasValue(1);
            assertThat(fake.sent()).containsExactly(SentSignal.toProcess(4711, SIGUSR1));
            assertThat(fake.defaults()).isEmpty();
        }
    }

    @Test
    void flushesAndEnds() throws Exception {
        try (FakeSignals fake = FakeSignals.open()) {
            Server server = new Server(4711);
            server.install();
            fake.deliver(SIGTERM);
            fake.awaitIdle(Duration.ofSeconds(20));
            assertThat(server.flushes).hasValue(1);
            assertThat(fake.defaults()).singleElement().matches(AppliedDefault::endsProcess);
        }
    }

    @Test
    void staysQuietUnderNohup() throws Exception {
        try (FakeSignals fake = FakeSignals.platform().ignored(SIGHUP).open()) {
            Server server = new Server(4711);
            server.install();
            fake.deliver(SIGHUP);
            fake.awaitIdle(Duration.ofSeconds(20));
            assertThat(server.reloads).hasValue(0);
        }
    }
}
