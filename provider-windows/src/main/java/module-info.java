/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Signals on Windows: SIGINT, SIGBREAK, SIGTERM, SIGABRT and SIGFPE, by the console's control events and the table of the
 * C runtime. docs/platforms/windows.md says what a signal is there, and what the limits are.
 *
 * <p>Nothing has to require this module: it is found when it is on the module path, or on the class path. On JDK 24 and
 * later, run with {@code --enable-native-access=com.sun.jna}; on the class path with
 * {@code --enable-native-access=ALL-UNNAMED}.
 *
 * @provides org.signals4j.spi.SignalProvider
 */
module org.signals4j.windows {
    requires org.signals4j;
    requires com.sun.jna;

    // JNA calls our callbacks by reflection.
    opens org.signals4j.windows.jna to
            com.sun.jna;

    provides org.signals4j.spi.SignalProvider with
            org.signals4j.windows.WindowsSignalProvider;
}
