/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.spi;

/**
 * How a thread's mask changes.
 *
 * @since 0.1
 */
public enum MaskChange {
    /** The signals are added (SIG_BLOCK). */
    BLOCK,
    /** The signals are removed (SIG_UNBLOCK). */
    UNBLOCK,
    /** The signals are the new mask (SIG_SETMASK). */
    SET
}
