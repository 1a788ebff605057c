/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * Nanoseconds since the epoch without an allocation per reading, which {@link Instant#now()} has. Follows changes of
 * the system's clock within a second. Used by one thread at a time.
 */
final class WallClock {

    private static final long CALIBRATE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private long baseEpochNanos;
    private long baseNanoTime;
    private boolean calibrated;

    long epochNanos() {
        long now = System.nanoTime();
        if (!calibrated || now - baseNanoTime > CALIBRATE_NANOS) {
            Instant instant = Instant.now();
            baseEpochNanos = TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
            baseNanoTime = now;
            calibrated = true;
        }
        return baseEpochNanos + (now - baseNanoTime);
    }

    static Instant instant(long epochNanos) {
        return Instant.ofEpochSecond(0, epochNanos);
    }
}
