/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.signals4j.scripted.ScriptedBackend;
import org.signals4j.scripted.ScriptedProvider;

/** A system over a scripted backend, opened for each test. */
abstract class SystemFixture {

    final ScriptedBackend backend = new ScriptedBackend();
    final List<SignalEvent> seen = new CopyOnWriteArrayList<>();
    final CountDownLatch release = new CountDownLatch(1);
    SignalSystem system;

    @BeforeEach
    void openSystem() {
        prepare();
        system = SignalSystem.open(ScriptedProvider.over(backend));
    }

    /** Scripts what the process is like before the system opens. */
    void prepare() {}

    @AfterEach
    void closeSystem() {
        release.countDown();
        system.close();
    }

    static ConditionFactory soon() {
        // In the calling thread, for what is bound to a thread.
        return await().pollInSameThread().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(2));
    }

    /** Awaits that the next deliveries have been dealt with, and with them all that came before. */
    void awaitSettled(int count) {
        soon().until(() -> backend.settled().size() >= count);
    }

    /** A handler that stays until the test releases it. */
    void block(SignalEvent event) {
        seen.add(event);
        try {
            release.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
