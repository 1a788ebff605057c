/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

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
public record ProviderCandidate(String name, int priority, boolean available, boolean chosen, String reason) {}
