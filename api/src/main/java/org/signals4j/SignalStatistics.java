/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * What became of the arrivals of one signal: the first two since the system was opened, the others, which the provider
 * counts, since this process took the signal first. All numbers only grow. What the kernel merged before delivering it
 * nobody can count.
 *
 * @param received how many arrivals were delivered to signals4j
 * @param merged how many of them were merged into the event of an earlier one
 * @param missed how many of them came without their details, because the channel to the reader was full
 * @param overflowed how many real-time signals found that channel full, and came another way
 * @param lost how many were lost for good
 * @since 0.1
 */
public record SignalStatistics(long received, long merged, long missed, long overflowed, long lost) {

    /** Nothing has arrived. */
    public static final SignalStatistics NONE = new SignalStatistics(0, 0, 0, 0, 0);
}
