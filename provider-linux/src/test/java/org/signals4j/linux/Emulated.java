/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

/** What is different where qemu-user runs the JVM; {@code .ci/platforms} says whether it does. */
final class Emulated {

    static final boolean BY_QEMU = Boolean.getBoolean("signals4j.test.emulated");

    private Emulated() {}

    /** The number that a real-time signal has in /proc, where qemu shows those of the host: it keeps two for itself. */
    static int inProc(int realtimeSignal) {
        return realtimeSignal + (BY_QEMU ? 2 : 0);
    }
}
