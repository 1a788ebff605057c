/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * What a process does with a signal at a given moment.
 *
 * @since 0.1
 */
public enum Disposition {
    /** What the process did before signals4j took the signal: the JVM's own handler, or the system's default. */
    DEFAULT,
    /** The signal is discarded (SIG_IGN). */
    IGNORED,
    /** signals4j receives the signal. */
    CAUGHT,
    /** A native handler that is neither the JVM's nor ours. */
    FOREIGN,
    /** The system's default action (SIG_DFL) where the JVM had a handler of its own. */
    SYSTEM_DEFAULT,
    /** The provider cannot ask the system, and has not changed anything itself. */
    UNKNOWN
}
