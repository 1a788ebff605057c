/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.util.Optional;
import org.signals4j.SignalException;
import org.signals4j.posix.HandlerPage;
import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/**
 * Signals on Linux, by native handlers that run no Java code: {@code linux}, priority 10.
 *
 * <p>Needs Linux on x86-64 or aarch64, JNA with access to native code, leave to make a page executable (which the JVM
 * needs too), and a HotSpot VM: how others share the process with a signal handler is not known. The system property
 * {@systemProperty signals4j.force.vm}, set to {@code true}, tries it on any VM. glibc was tested; for musl the numbers
 * are asked of libc, and nothing was run.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public final class LinuxSignalProvider implements SignalProvider {

    private static final String FORCE = "signals4j.force.vm";

    /** {@code java.vm.name} of HotSpot, as Oracle and as others build it. */
    private static final String HOTSPOT = ".*HotSpot.*|OpenJDK .*VM";

    /** Creates the provider; touches nothing. */
    public LinuxSignalProvider() {}

    @Override
    public String name() {
        return "linux";
    }

    @Override
    public int priority() {
        return 10;
    }

    @Override
    public Availability availability() {
        String os = System.getProperty("os.name");
        if (!os.equals("Linux")) {
            return Availability.unavailable("this is " + os + ", not Linux");
        }
        String arch = System.getProperty("os.arch");
        Optional<LinuxProcessor> processor = LinuxProcessor.of(arch);
        if (processor.isEmpty()) {
            return Availability.unavailable(
                    "it has no signal handlers for the processor '" + arch + "', only for x86-64 and aarch64");
        }
        String vm = System.getProperty("java.vm.name");
        if (!vm.matches(HOTSPOT) && !Boolean.getBoolean(FORCE)) {
            return Availability.unavailable("'" + vm + "' is not a HotSpot VM, and how others use signals is not known;"
                    + " -D" + FORCE + "=true tries it all the same");
        }
        return NativeAccess.failure().map(Availability::unavailable).orElseGet(() -> probe(arch, vm));
    }

    private static Availability probe(String arch, String vm) {
        try {
            HandlerPage.probe(NativeAccess.libc(), LinuxAbi.POSIX);
            return Availability.available("Linux on " + arch + ", " + vm);
        } catch (SignalException refused) {
            return Availability.unavailable(
                    "the system does not let it make its signal handlers executable: " + refused.getMessage());
        }
    }

    @Override
    public SignalBackend open() {
        Availability availability = availability();
        if (!availability.isAvailable()) {
            throw new IllegalStateException("the provider '" + name() + "' is unavailable: " + availability.reason());
        }
        return new LinuxSignalBackend(
                NativeAccess.libc(),
                LinuxProcessor.of(System.getProperty("os.arch")).orElseThrow());
    }
}
