/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.time.Duration;
import java.util.List;

/**
 * How one test ended, or what else has failed.
 *
 * @param test class and method
 * @param promises what it checks
 * @param state how it ended
 * @param detail what was expected and seen, or why it was not applicable; else empty
 * @param duration how long it took
 */
record Outcome(String test, List<String> promises, State state, String detail, Duration duration) {

    /** A failure that is not that of a test. */
    static Outcome problem(String where, String detail) {
        return new Outcome(where, List.of(), State.FAILED, detail, Duration.ZERO);
    }

    boolean isProblem() {
        return promises.isEmpty();
    }
}
