/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Objects;

/**
 * A provider that was looked at, and what came of it.
 *
 * @param name the provider's name, or its class where it could not be asked
 * @param priority its priority; the highest available one is chosen
 * @param available whether it works here
 * @param chosen whether it is the one in use, or would be
 * @param reason why it was chosen or not, as a sentence
 * @since 0.1
 */
public record ProviderCandidate(String name, int priority, boolean available, boolean chosen, String reason) {

    /**
     * Creates a candidate.
     *
     * @param name as above
     * @param priority as above
     * @param available as above
     * @param chosen as above
     * @param reason as above
     */
    public ProviderCandidate {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(reason, "reason");
    }
}
