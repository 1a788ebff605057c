/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.util.Optional;

/** JNA and libc, if they can be had; initialised when first asked for. */
final class NativeAccess {

    private static final LinuxLibC LIBC;
    private static final String FAILURE;

    static {
        LinuxLibC libc = null;
        String failure = null;
        try {
            JnaLibraryPath.preset();
            libc = new DirectLinuxLibC();
        } catch (LinkageError | RuntimeException unusable) {
            failure = explain(unusable);
        }
        LIBC = libc;
        FAILURE = failure;
    }

    private NativeAccess() {}

    /** Why there is no access to native code; empty if there is. */
    static Optional<String> failure() {
        return Optional.ofNullable(FAILURE);
    }

    /** What {@link #failure()} has not forbidden. */
    static LinuxLibC libc() {
        return LIBC;
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
