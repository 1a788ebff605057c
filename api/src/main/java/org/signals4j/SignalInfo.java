/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Objects;
import java.util.Optional;

/**
 * What is known of one signal in this process, now.
 *
 * @param signal the signal
 * @param number the number on this platform
 * @param description the platform's text for the signal
 * @param defaultAction what the operating system does with it by default
 * @param disposition what the process does with it at the moment
 * @param owner who has a use for the signal, for example the JVM and what for; empty if nobody
 * @param refusal why the signal cannot be handled; empty if it can
 * @param statistics what became of its arrivals
 * @since 0.1
 */
public record SignalInfo(
        Signal signal,
        int number,
        String description,
        DefaultAction defaultAction,
        Disposition disposition,
        Optional<String> owner,
        Optional<String> refusal,
        SignalStatistics statistics) {

    /**
     * Creates what is told of a signal.
     *
     * @param signal as above
     * @param number as above
     * @param description as above
     * @param defaultAction as above
     * @param disposition as above
     * @param owner as above
     * @param refusal as above
     * @param statistics as above
     */
    public SignalInfo {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(defaultAction, "defaultAction");
        Objects.requireNonNull(disposition, "disposition");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(refusal, "refusal");
        Objects.requireNonNull(statistics, "statistics");
    }

    /**
     * Tells whether an application may handle the signal.
     *
     * @return whether there is no {@link #refusal()}
     */
    public boolean allowed() {
        return refusal.isEmpty();
    }
}
