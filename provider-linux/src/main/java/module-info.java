/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Signals on Linux, complete: who sent them, real-time signals with their values, real dispositions, stops included.
 * For x86-64 and aarch64 and a HotSpot VM; elsewhere it is unavailable and says why.
 *
 * <p>Nothing has to require this module: it is found when it is on the module path, or on the class path. On JDK 24 and
 * later, run with {@code --enable-native-access=com.sun.jna}; on the class path with
 * {@code --enable-native-access=ALL-UNNAMED}.
 *
 * @provides org.signals4j.spi.SignalProvider
 */
module org.signals4j.linux {
    requires org.signals4j;
    requires org.signals4j.posix;

    provides org.signals4j.spi.SignalProvider with
            org.signals4j.linux.LinuxSignalProvider;
}
