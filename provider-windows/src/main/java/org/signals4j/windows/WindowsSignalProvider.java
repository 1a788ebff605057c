/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.util.Set;
import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/**
 * Signals on Windows, by the console's control events and the C runtime: {@code windows}, priority 10.
 *
 * <p>Needs 64-bit Windows, JNA with access to native code, and a HotSpot VM: how others share the process with a handler
 * is not known. The system property {@code signals4j.force.vm}, set to {@code true}, tries it on any VM.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public final class WindowsSignalProvider implements SignalProvider {

    private static final String FORCE = "signals4j.force.vm";

    /** {@code java.vm.name} of HotSpot, as Oracle and as others build it. */
    private static final String HOTSPOT = ".*HotSpot.*|OpenJDK .*VM";

    private static final Set<String> PROCESSORS = Set.of("amd64", "aarch64");

    /** Creates the provider; touches nothing. */
    public WindowsSignalProvider() {}

    @Override
    public String name() {
        return "windows";
    }

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public Availability availability() {
        String os = System.getProperty("os.name");
        if (!os.startsWith("Windows")) {
            return Availability.unavailable("this is " + os + ", not Windows");
        }
        String arch = System.getProperty("os.arch");
        if (!PROCESSORS.contains(arch)) {
            return Availability.unavailable("it serves 64-bit processes alone (amd64, aarch64), not '" + arch + "'");
        }
        String vm = System.getProperty("java.vm.name");
        if (!vm.matches(HOTSPOT) && !Boolean.getBoolean(FORCE)) {
            return Availability.unavailable("'" + vm + "' is not a HotSpot VM, and how others use signals is not known;"
                    + " -D" + FORCE + "=true tries it all the same");
        }
        return NativeAccess.failure()
                .map(Availability::unavailable)
                .orElseGet(() -> Availability.available(os + " on " + arch + ", " + vm));
    }

    @Override
    public SignalBackend open() {
        Availability availability = availability();
        if (!availability.isAvailable()) {
            throw new IllegalStateException("the provider '" + name() + "' is unavailable: " + availability.reason());
        }
        return new WindowsBackend(NativeAccess.kernel32(), NativeAccess.ucrt());
    }
}
