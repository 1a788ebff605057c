/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * What {@link SignalHandler#KEYBOARD_INTERRUPT} throws. Python: {@code KeyboardInterrupt}.
 *
 * @since 0.1
 */
public final class KeyboardInterruptException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception. */
    public KeyboardInterruptException() {
        super("interrupted by SIGINT");
    }
}
