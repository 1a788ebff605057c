/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Objects;

/**
 * A signal that exists and must not be taken, ignored or masked, because its owner cannot do without it.
 *
 * @since 0.1
 */
public final class ReservedSignalException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** The signal's name: signals themselves are not serializable. */
    private final String signalName;

    /** Who has the signal. */
    private final String owner;

    /**
     * Creates the exception.
     *
     * @param signal the signal
     * @param owner who has it
     * @param reason why it is refused
     */
    public ReservedSignalException(Signal signal, String owner, String reason) {
        super(signal.name() + " belongs to " + Objects.requireNonNull(owner, "owner") + ": "
                + Objects.requireNonNull(reason, "reason"));
        this.signalName = signal.name();
        this.owner = owner;
    }

    /**
     * Returns the name of the signal.
     *
     * @return for example {@code SIGSEGV}
     */
    public String signalName() {
        return signalName;
    }

    /**
     * Returns who has the signal.
     *
     * @return for example {@code the JVM}
     */
    public String owner() {
        return owner;
    }
}
