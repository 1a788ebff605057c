/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WallClockTest {

    private final WallClock clock = new WallClock();

    @Test
    void theFirstReadingIsTheTimeOfTheSystem() {
        Instant before = Instant.now();
        Instant reading = WallClock.instant(clock.epochNanos());
        assertThat(reading).isBetween(before, Instant.now());
    }

    @Test
    void readingsGoOnWithTheTime() {
        long last = clock.epochNanos();
        long first = last;
        Instant began = WallClock.instant(first);
        await().pollInterval(Duration.ofMillis(1)).until(() -> clock.epochNanos() > first + 10_000_000);
        for (int i = 0; i < 1_000; i++) {
            long next = clock.epochNanos();
            assertThat(next).isGreaterThanOrEqualTo(last);
            last = next;
        }
        assertThat(WallClock.instant(last)).isBetween(began, Instant.now().plusMillis(500));
    }
}
