/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.spi;

import java.util.Objects;
import java.util.Optional;
import org.signals4j.DefaultAction;
import org.signals4j.Signal;

/**
 * A row of a platform's table of signals.
 *
 * @param signal the signal
 * @param number its number on this platform, greater than zero
 * @param description the platform's text for it
 * @param defaultAction what the system does by default
 * @param owner who has a use for it in this process, for example {@code "the JVM (shutdown)"}
 * @param refusal why it must not be taken, if so
 * @param ignoreRefusal why it must not be ignored, if so
 * @since 0.1
 */
public record SignalSpec(
        Signal signal,
        int number,
        String description,
        DefaultAction defaultAction,
        Optional<String> owner,
        Optional<String> refusal,
        Optional<String> ignoreRefusal) {

    /**
     * Creates a row.
     *
     * @param signal as above
     * @param number as above
     * @param description as above
     * @param defaultAction as above
     * @param owner as above
     * @param refusal as above
     * @param ignoreRefusal as above
     * @throws IllegalArgumentException if the number is not positive, or a refusal names no owner
     */
    public SignalSpec {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(defaultAction, "defaultAction");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(ignoreRefusal, "ignoreRefusal");
        if (number <= 0) {
            throw new IllegalArgumentException(signal.name() + " needs a number greater than zero, not " + number);
        }
        if (owner.isEmpty() && (refusal.isPresent() || ignoreRefusal.isPresent())) {
            throw new IllegalArgumentException("the refusal of " + signal.name() + " has to name its owner");
        }
    }

    /**
     * Creates the row of a signal that nobody else has a use for.
     *
     * @param signal the signal
     * @param number its number
     * @param description the platform's text
     * @param defaultAction what the system does by default
     * @return the row
     */
    public static SignalSpec free(Signal signal, int number, String description, DefaultAction defaultAction) {
        return new SignalSpec(
                signal, number, description, defaultAction, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * Returns this row for a signal that somebody has a use for, and that may be taken all the same.
     *
     * @param newOwner who
     * @return the row
     */
    public SignalSpec ownedBy(String newOwner) {
        return new SignalSpec(
                signal, number, description, defaultAction, Optional.of(newOwner), refusal, ignoreRefusal);
    }

    /**
     * Returns this row for a signal that must be neither taken nor ignored.
     *
     * @param newOwner who has it
     * @param reason why it is refused
     * @return the row
     */
    public SignalSpec reservedFor(String newOwner, String reason) {
        Optional<String> why = Optional.of(reason);
        return new SignalSpec(signal, number, description, defaultAction, Optional.of(newOwner), why, why);
    }

    /**
     * Returns this row for a signal that may be taken and must not be ignored.
     *
     * @param newOwner who needs it
     * @param reason why ignoring is refused
     * @return the row
     */
    public SignalSpec notIgnorable(String newOwner, String reason) {
        return new SignalSpec(
                signal, number, description, defaultAction, Optional.of(newOwner), refusal, Optional.of(reason));
    }
}
