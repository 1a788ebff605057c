/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.util.Optional;
import org.signals4j.windows.jna.DirectKernel32;
import org.signals4j.windows.jna.DirectUcrt;
import org.signals4j.windows.jna.Kernel32;
import org.signals4j.windows.jna.Ucrt;

/** JNA and the libraries of Windows, if they can be had; initialised when first asked for. */
final class NativeAccess {

    private static final Kernel32 KERNEL32;
    private static final Ucrt UCRT;
    private static final String FAILURE;

    static {
        Kernel32 kernel32 = null;
        Ucrt ucrt = null;
        String failure = null;
        try {
            kernel32 = new DirectKernel32();
            ucrt = new DirectUcrt();
        } catch (LinkageError | RuntimeException unusable) {
            failure = explain(unusable);
        }
        KERNEL32 = kernel32;
        UCRT = ucrt;
        FAILURE = failure;
    }

    private NativeAccess() {}

    /** Why there is no access to native code; empty if there is. */
    static Optional<String> failure() {
        return Optional.ofNullable(FAILURE);
    }

    /** What {@link #failure()} has not forbidden. */
    static Kernel32 kernel32() {
        return KERNEL32;
    }

    /** What {@link #failure()} has not forbidden. */
    static Ucrt ucrt() {
        return UCRT;
    }

    private static String explain(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        if (root instanceof IllegalCallerException) {
            return "this JVM denies JNA native access; start it with --enable-native-access=com.sun.jna, or with"
                    + " --enable-native-access=ALL-UNNAMED if JNA is on the class path (" + root.getMessage() + ")";
        }
        return "JNA cannot be used here: " + root;
    }
}
