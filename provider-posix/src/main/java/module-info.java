/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What the providers for Linux and macOS share: the calls of libc (by JNA), the page with the machine code of the signal
 * handlers, the pipe behind it, the decoding of {@code siginfo_t}, and the saving and putting back of dispositions. Not
 * a provider, and no policy.
 *
 * <p>On JDK 24 and later, run with {@code --enable-native-access=com.sun.jna}; on the class path with
 * {@code --enable-native-access=ALL-UNNAMED}.
 */
@SuppressWarnings("module") // the two modules that are named here are compiled after this one
module org.signals4j.posix {
    requires transitive org.signals4j;
    requires com.sun.jna;

    exports org.signals4j.posix to
            org.signals4j.linux,
            org.signals4j.macos;
}
