/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

/**
 * The totals of a run.
 *
 * @param tests how many tests have run, or were found not to be applicable
 * @param failedTests how many tests have failed
 * @param passed how many promises are kept
 * @param failed how many promises are broken
 * @param notApplicable how many promises need what the provider or the platform lacks
 * @param errors how many failures belong to no promise, such as a provider that cannot be opened or a report that cannot
 *     be written
 * @since 0.1
 */
public record TckResult(int tests, int failedTests, int passed, int failed, int notApplicable, int errors) {

    /**
     * Tells whether the provider keeps the contract, as far as it was looked at.
     *
     * @return whether something was selected, and nothing has failed
     */
    public boolean isSuccessful() {
        return tests > 0 && failedTests == 0 && errors == 0;
    }
}
