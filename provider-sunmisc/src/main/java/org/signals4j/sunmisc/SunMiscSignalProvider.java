/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import java.util.Arrays;
import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/**
 * The fallback over {@code sun.misc.Signal}, for {@link java.util.ServiceLoader}. The module's page says what it can and
 * cannot do. Safe for use by several threads.
 *
 * @since 0.1
 */
public final class SunMiscSignalProvider implements SignalProvider {

    /** The thread that calls Java handlers in HotSpot. With {@code -Xrs} it does not exist. */
    private static final String DISPATCHER = "Signal Dispatcher";

    /** Creates the provider. Touches nothing. */
    public SunMiscSignalProvider() {}

    @Override
    public String name() {
        return "sunmisc";
    }

    @Override
    public int priority() {
        return 0;
    }

    @Override
    public Availability availability() {
        try {
            JvmSignal.of("TERM");
        } catch (LinkageError missing) {
            return Availability.unavailable("this Java runtime has no sun.misc.Signal (" + missing
                    + "); add the module jdk.unsupported to it, with jlink --add-modules or java --add-modules");
        }
        String vm = System.getProperty("java.vm.name", "unknown");
        if (isHotSpot(vm) && !hasSignalDispatcher()) {
            return Availability.unavailable("the JVM was started with -Xrs (-XX:+ReduceSignalUsage), which has"
                    + " sun.misc.Signal accept handlers that are never called; start it without, or use a native"
                    + " provider (linux, macos, windows)");
        }
        return Availability.available("sun.misc.Signal of " + vm);
    }

    @Override
    public SignalBackend open() {
        Availability availability = availability();
        if (!availability.isAvailable()) {
            throw new IllegalStateException("provider 'sunmisc' is not available: " + availability.reason());
        }
        return new SunMiscBackend();
    }

    /** Other virtual machines call handlers in ways of their own, which a missing thread says nothing about. */
    private static boolean isHotSpot(String vm) {
        return vm.contains("HotSpot") || vm.startsWith("OpenJDK");
    }

    private static boolean hasSignalDispatcher() {
        ThreadGroup system = Thread.currentThread().getThreadGroup();
        while (system.getParent() != null) {
            system = system.getParent();
        }
        Thread[] threads;
        int count = system.activeCount();
        do {
            threads = new Thread[2 * count + 8]; // enumerate leaves out what does not fit
            count = system.enumerate(threads, false);
        } while (count == threads.length);
        return Arrays.stream(threads, 0, count)
                .anyMatch(thread -> thread.getName().equals(DISPATCHER));
    }
}
