/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.time.Duration;
import java.util.Objects;

/**
 * When an interval timer expires. Python: the pair that {@code signal.getitimer} returns.
 *
 * @param delay the time until it expires next; zero if it is not armed
 * @param period the time between expirations after that; zero if it expires once
 * @since 0.1
 */
public record TimerSetting(Duration delay, Duration period) {

    /** A timer that is not armed. */
    public static final TimerSetting OFF = new TimerSetting(Duration.ZERO, Duration.ZERO);

    /**
     * Creates a setting.
     *
     * @param delay as above
     * @param period as above
     * @throws IllegalArgumentException if one of them is negative
     */
    public TimerSetting {
        Objects.requireNonNull(delay, "delay");
        Objects.requireNonNull(period, "period");
        if (delay.isNegative() || period.isNegative()) {
            throw new IllegalArgumentException(
                    "a timer needs a delay and a period of zero or more, not " + delay + " and " + period);
        }
    }
}
