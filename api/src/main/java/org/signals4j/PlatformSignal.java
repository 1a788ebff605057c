/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A signal that only some operating system has.
 *
 * @param name the name with its prefix, in upper case
 * @since 0.1
 */
public record PlatformSignal(String name) implements Signal {

    private static final Pattern NAME = Pattern.compile("SIG[A-Z][A-Z0-9]*");

    /** Ctrl+Break on the console of Windows. */
    public static final PlatformSignal SIGBREAK = new PlatformSignal("SIGBREAK");

    /** Stack fault of a coprocessor; Linux names it and never sends it. */
    public static final PlatformSignal SIGSTKFLT = new PlatformSignal("SIGSTKFLT");

    /** Power failure, on Linux. */
    public static final PlatformSignal SIGPWR = new PlatformSignal("SIGPWR");

    /** Emulator trap, on macOS. */
    public static final PlatformSignal SIGEMT = new PlatformSignal("SIGEMT");

    /** Request for information from the terminal (Ctrl+T), on macOS. */
    public static final PlatformSignal SIGINFO = new PlatformSignal("SIGINFO");

    static final List<PlatformSignal> KNOWN = List.of(SIGBREAK, SIGSTKFLT, SIGPWR, SIGEMT, SIGINFO);

    /**
     * Creates a signal of a platform. For authors of providers: users get it from {@link Signals#lookup(String)}.
     *
     * @param name as above
     * @throws IllegalArgumentException if the name is not {@code SIG} and upper-case letters and digits, or is that of
     *     a {@link StandardSignal}
     */
    public PlatformSignal {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a signal's name is SIG and upper-case letters, not '" + name + "'");
        }
        for (StandardSignal standard : StandardSignal.values()) {
            if (standard.name().equals(name)) {
                throw new IllegalArgumentException(name + " is a standard signal: use StandardSignal." + name);
            }
        }
    }

    // By hand, for the reason that RealtimeSignal has.
    @Override
    public boolean equals(Object other) {
        return other instanceof PlatformSignal signal && signal.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
