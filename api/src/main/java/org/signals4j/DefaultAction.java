/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * What the operating system does with a signal for which nothing was arranged.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/V2_chap02.html#tag_16_04_03">POSIX, Signal
 *     Actions</a>
 * @since 0.1
 */
public enum DefaultAction {
    /** The process ends. */
    TERMINATE,
    /** The process ends and may leave a core image. */
    CORE_DUMP,
    /** All threads of the process stop. */
    STOP,
    /** A stopped process continues. */
    CONTINUE,
    /** Nothing. */
    IGNORE
}
