/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

/**
 * The totals of a run.
 *
 * @param tests how many tests have run
 * @param failedTests how many tests have failed
 * @param passed how many promises are kept
 * @param failed how many promises are broken
 * @param notApplicable how many promises need what the provider or the platform lacks
 * @since 0.1
 */
public record TckResult(int tests, int failedTests, int passed, int failed, int notApplicable) {

    /**
     * Tells whether the provider keeps the contract.
     *
     * @return whether something was tested, and nothing has failed
     */
    public boolean isSuccessful() {
        return passed > 0 && failedTests == 0;
    }
}
