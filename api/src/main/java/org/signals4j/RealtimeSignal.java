/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * A real-time signal, by its distance from {@code SIGRTMIN}. Real-time signals queue: each one that was sent arrives,
 * with its value.
 *
 * @param offset the distance from {@code SIGRTMIN}, 0 or more; how many there are is the platform's choice
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/V2_chap02.html#tag_16_04">POSIX, Signal
 *     Concepts</a>
 * @since 0.1
 */
public record RealtimeSignal(int offset) implements Signal {

    /**
     * Creates the signal {@code SIGRTMIN+offset}.
     *
     * @param offset as above
     * @throws IllegalArgumentException if the offset is negative
     */
    public RealtimeSignal {
        if (offset < 0) {
            throw new IllegalArgumentException(
                    "SIGRTMIN+n needs an n of 0 or more, not " + offset + "; for SIGRTMAX-n use Signals.lookup");
        }
    }

    @Override
    public String name() {
        return offset == 0 ? "SIGRTMIN" : "SIGRTMIN+" + offset;
    }

    // By hand: the JVM links what the compiler generates when it is first called, and that takes 15 ms of the start-up.
    @Override
    public boolean equals(Object other) {
        return other instanceof RealtimeSignal signal && signal.offset == offset;
    }

    @Override
    public int hashCode() {
        return offset;
    }

    @Override
    public String toString() {
        return name();
    }
}
