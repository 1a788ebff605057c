/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.spi;

/**
 * How a delivery ended.
 *
 * @since 0.1
 */
public enum Outcome {
    /** Somebody took the signal: nothing more is to happen. */
    CANCELLED,
    /** What the process did with the signal before the backend took it is to happen now. */
    DEFAULT,
    /** The system's default action is to happen now; only with {@link org.signals4j.Capability#SYSTEM_DEFAULT}. */
    SYSTEM_DEFAULT
}
