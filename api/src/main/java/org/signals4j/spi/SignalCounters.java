/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.spi;

/**
 * What a backend has counted of one signal.
 *
 * @param missed arrivals that came without detail
 * @param overflowed real-time arrivals that found the channel to the reader full, and came another way
 * @param lost arrivals that were lost for good
 * @since 0.1
 */
public record SignalCounters(long missed, long overflowed, long lost) {

    /** Nothing has happened, or the backend does not count. */
    public static final SignalCounters NONE = new SignalCounters(0, 0, 0);
}
