/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.List;
import java.util.Objects;

/**
 * No provider could be used. Every candidate and its reason is in the message, and as a suppressed exception.
 *
 * @since 0.1
 */
public final class NoProviderException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param message what was looked for
     * @param candidates what was found
     */
    public NoProviderException(String message, List<ProviderCandidate> candidates) {
        super(Objects.requireNonNull(message, "message"));
        for (ProviderCandidate candidate : candidates) {
            addSuppressed(new IllegalStateException(candidate.name() + ": " + candidate.reason()));
        }
    }
}
