/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Objects;

/**
 * Carries a checked exception that a handler has thrown out of a safe point of the bound thread; the cause is that
 * exception. Unchecked ones come out as they are.
 *
 * @see SignalSystem#bindMainThread()
 * @since 0.1
 */
public final class SignalHandlerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param thrown what the handler has thrown
     */
    public SignalHandlerException(Exception thrown) {
        super("a signal handler has thrown " + Objects.requireNonNull(thrown, "thrown"), thrown);
    }
}
