/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.spi;

import java.util.Objects;

/**
 * Whether a provider works here.
 *
 * @param isAvailable whether {@link SignalProvider#open()} can be expected to succeed
 * @param reason why, or why not and what would help, as a sentence
 * @since 0.1
 */
public record Availability(boolean isAvailable, String reason) {

    /**
     * Creates the answer; for providers {@link #available} and {@link #unavailable} read better.
     *
     * @param isAvailable as above
     * @param reason as above
     */
    public Availability {
        Objects.requireNonNull(reason, "reason");
    }

    /**
     * Returns the answer of a provider that works here.
     *
     * @param reason what it found, for example {@code "Linux on x86-64, HotSpot"}
     * @return the answer
     */
    public static Availability available(String reason) {
        return new Availability(true, reason);
    }

    /**
     * Returns the answer of a provider that does not work here.
     *
     * @param reason why not, and what would help
     * @return the answer
     */
    public static Availability unavailable(String reason) {
        return new Availability(false, reason);
    }
}
