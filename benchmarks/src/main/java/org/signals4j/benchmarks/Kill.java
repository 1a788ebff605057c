/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** The same kill(2) for all contenders in Java, as JNA binds it and nothing more. */
final class Kill {

    /** SIGUSR1 on Linux, x86-64 and aarch64. */
    static final int SIGUSR1 = 10;

    static {
        Native.register(Kill.class, NativeLibrary.getProcess());
    }

    private Kill() {}

    static native int kill(int pid, int signal);
}
