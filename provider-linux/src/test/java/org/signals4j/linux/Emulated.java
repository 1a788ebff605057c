/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

/** What is different where qemu-user runs the JVM; {@code .ci/platforms} says whether it does. */
final class Emulated {

    static final boolean BY_QEMU = Boolean.getBoolean("signals4j.test.emulated");

    private Emulated() {}
}
