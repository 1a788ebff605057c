/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

/**
 * The names of the settings. Each is a configuration parameter of JUnit, and so also a system property.
 *
 * @since 0.1
 */
public final class TckSettings {

    /** The provider: a name that {@link java.util.ServiceLoader} finds, or the name of a class with a constructor without parameters. */
    public static final String PROVIDER = "signals4j.tck.provider";

    /** A factor for all time limits, more than 0 and at most 1000; 1 if not set. For slow or emulated machines. */
    public static final String TIME_SCALE = "signals4j.tck.timescale";

    /** Words to put before {@code java} when a child JVM is started, for example the name of an emulator. */
    public static final String LAUNCHER = "signals4j.tck.launcher";

    /** The {@code java} of child JVMs; that of this JVM if not set. */
    public static final String JAVA = "signals4j.tck.java";

    /** Further arguments of child JVMs, separated by spaces. */
    public static final String JVM_ARGUMENTS = "signals4j.tck.jvmargs";

    /**
     * The outside sender: a command with {@code {pid}}, {@code {signal}} and {@code {number}} in it. Where there is a
     * {@code kill}, that is the default; empty means that there is none.
     */
    public static final String SENDER = "signals4j.tck.sender";

    /**
     * The name of a class that implements {@link ForeignHandlers}. On Linux and macOS there is one from JDK 22 on, which
     * needs no native library; empty means that there is none.
     */
    public static final String FOREIGN = "signals4j.tck.foreign";

    /** {@code false} for a provider that lives in memory, so that nothing is asked of real processes. */
    public static final String PROCESSES = "signals4j.tck.processes";

    /** A directory for the report. */
    public static final String REPORT = "signals4j.tck.report";

    /**
     * {@code true} where a user-mode emulator stands between the process and the kernel: what it does not carry over,
     * such as timers of processor time, is not applicable.
     */
    public static final String EMULATED = "signals4j.tck.emulated";

    private TckSettings() {}

    /**
     * Reads a factor for all time limits.
     *
     * @param text the value of {@link #TIME_SCALE}
     * @return the factor
     * @throws IllegalArgumentException if it is not a number, not more than 0, or more than 1000
     */
    public static double timeScale(String text) {
        double factor;
        try {
            factor = Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            factor = Double.NaN;
        }
        if (!(factor > 0 && factor <= 1000)) {
            throw new IllegalArgumentException(
                    TIME_SCALE + " is a number of more than 0 and at most 1000, not '" + text + "'");
        }
        return factor;
    }
}
