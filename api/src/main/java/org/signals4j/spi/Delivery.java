/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.spi;

import java.util.Objects;
import org.signals4j.SignalCause;

/**
 * A signal that arrived, as the backend read it.
 *
 * @param number the signal's number on this platform
 * @param cause what made it
 * @param code the raw {@code si_code}, or {@link #NONE}
 * @param pid the sender or the child; 0 or less if unknown
 * @param uid the sender's real user id, unsigned; -1 if unknown
 * @param hasValue whether it was queued with a value
 * @param value the value, if so; an {@code int} value is in the low 32 bits
 * @param childStatus the exit status or signal number of a child; meaningful only with a cause that
 *     {@linkplain SignalCause#isChild() is of a child}
 * @param count how many arrivals this stands for; more than 1 only where the backend had to merge standard signals
 * @param token the backend's own, for {@link SignalBackend#settle}; null if it needs none
 * @since 0.1
 */
public record Delivery(
        int number,
        SignalCause cause,
        int code,
        int pid,
        int uid,
        boolean hasValue,
        long value,
        int childStatus,
        int count,
        Object token) {

    /** Stands for a code that is not known. */
    public static final int NONE = Integer.MIN_VALUE;

    /**
     * Creates a delivery.
     *
     * @param number as above
     * @param cause as above
     * @param code as above
     * @param pid as above
     * @param uid as above
     * @param hasValue as above
     * @param value as above
     * @param childStatus as above
     * @param count as above
     * @param token as above
     * @throws IllegalArgumentException if the number or the count is not positive
     */
    public Delivery {
        Objects.requireNonNull(cause, "cause");
        if (number <= 0 || count <= 0) {
            throw new IllegalArgumentException("number " + number + " and count " + count + " must be positive");
        }
    }

    /**
     * Creates a delivery of which nothing but the number is known.
     *
     * @param number the signal's number on this platform
     * @param count how many arrivals it stands for
     * @return the delivery
     */
    public static Delivery withoutDetail(int number, int count) {
        return new Delivery(number, SignalCause.UNKNOWN, NONE, 0, -1, false, 0, 0, count, null);
    }
}
