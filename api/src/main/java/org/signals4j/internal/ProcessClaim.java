/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal;

/**
 * Sees to it that only one copy of the api serves the signals of this process: a second copy, loaded by another class
 * loader, would take them away from the first without either knowing. The system properties are what all class loaders
 * share.
 */
public final class ProcessClaim {

    /** The system property that says which copy of the api has the signals of this process. */
    static final String PROPERTY = "signals4j.owner";

    private static final String ME =
            describe(ProcessClaim.class.getClassLoader()) + "#" + System.identityHashCode(ProcessClaim.class);

    private ProcessClaim() {}

    /**
     * Claims the process for this copy of the api, for as long as it runs.
     *
     * @throws IllegalStateException if another copy has it
     */
    public static void claim() {
        Object owner = System.getProperties().putIfAbsent(PROPERTY, ME);
        if (owner != null && !owner.equals(ME)) {
            throw new IllegalStateException("another copy of signals4j, loaded by " + owner
                    + ", serves the signals of this process; there can be only one. Share it: put signals4j-api and its"
                    + " provider where both sides see the same classes (the server's or the platform's class path, or a"
                    + " common module layer), and leave them out of the application's own archive");
        }
    }

    private static String describe(ClassLoader loader) {
        return loader == null ? "the boot loader" : loader.toString();
    }
}
