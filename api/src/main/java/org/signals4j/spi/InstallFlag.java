/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.spi;

/**
 * What {@link SignalBackend#install} may override.
 *
 * @since 0.1
 */
public enum InstallFlag {
    /** An ignore of SIGHUP, SIGINT or SIGTERM that the process was started with. */
    OVERRIDE_IGNORED,
    /** A native handler that is neither the JVM's nor the backend's. */
    FORCE
}
