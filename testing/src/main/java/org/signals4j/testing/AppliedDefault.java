/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.util.Objects;
import java.util.Set;
import org.signals4j.DefaultAction;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.spi.Outcome;

/**
 * A default action that would have happened in a real process.
 *
 * @param signal the signal
 * @param outcome {@link Outcome#DEFAULT} for what the process did with the signal before, the JVM's own handling
 *     included, or {@link Outcome#SYSTEM_DEFAULT}
 * @param action what the operating system does with the signal by default
 * @since 0.1
 */
public record AppliedDefault(Signal signal, Outcome outcome, DefaultAction action) {

    /** What the JVM has a handler for that does not end the process: a thread dump, or nothing. */
    private static final Set<Signal> SURVIVED_BY_THE_JVM =
            Set.of(StandardSignal.SIGQUIT, StandardSignal.SIGUSR2, StandardSignal.SIGPIPE, StandardSignal.SIGXFSZ);

    /**
     * Creates a record.
     *
     * @param signal as above
     * @param outcome as above
     * @param action as above
     * @throws IllegalArgumentException if the outcome is {@link Outcome#CANCELLED}: then nothing happens
     */
    public AppliedDefault {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(outcome, "outcome");
        Objects.requireNonNull(action, "action");
        if (outcome == Outcome.CANCELLED) {
            throw new IllegalArgumentException("a default action that was cancelled was not applied");
        }
    }

    /**
     * Tells whether this would have ended a HotSpot VM on Linux.
     *
     * @return true for SIGTERM, for example; false for SIGQUIT, on which the JVM prints its threads, unless the
     *     outcome is the system's default
     */
    public boolean endsProcess() {
        boolean deadly = action == DefaultAction.TERMINATE || action == DefaultAction.CORE_DUMP;
        return deadly && (outcome == Outcome.SYSTEM_DEFAULT || !SURVIVED_BY_THE_JVM.contains(signal));
    }
}
