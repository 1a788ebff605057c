/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Objects;
import java.util.Optional;

/**
 * A signal that has arrived and was not delivered yet.
 *
 * @param signal the signal
 * @param heldBy what keeps it
 * @param count how many arrivals are known: a kernel tells only that there is one
 * @param first what is known of the first one; empty where the kernel has it
 * @since 0.1
 */
public record PendingSignal(Signal signal, Keeper heldBy, long count, Optional<SignalEvent> first) {

    /**
     * Creates what is told of it.
     *
     * @param signal as above
     * @param heldBy as above
     * @param count as above
     * @param first as above
     */
    public PendingSignal {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(heldBy, "heldBy");
        Objects.requireNonNull(first, "first");
    }

    /** What keeps a signal from being delivered. */
    public enum Keeper {
        /** A {@link Hold}. */
        HOLD,
        /** The kernel, because the calling thread, or every thread, has blocked it. */
        KERNEL
    }
}
