/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DoubleInterruptTest {

    private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

    private final DoubleInterrupt interrupts = new DoubleInterrupt();

    @Test
    void secondWithinTwoSecondsOfTheOneBefore() {
        assertThat(isSecond(0, 1)).isFalse();
        assertThat(isSecond(2001, 1)).isFalse();
        assertThat(isSecond(4001, 1)).isTrue();
    }

    @Test
    void twoInOneEventAreASecond() {
        assertThat(isSecond(0, 2)).isTrue();
    }

    private boolean isSecond(long millis, long count) {
        return interrupts.isSecond(TestEvent.interrupt(START.plusMillis(millis), count));
    }
}
