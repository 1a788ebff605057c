/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.signals4j.tck.TckResult;

/**
 * A run, promise by promise.
 *
 * @param about provider, platform, JDK and the like, by their names
 * @param verdicts the promises that were selected, in the order of the contract
 * @param tests how many tests there were
 * @param failedTests how many of them have failed
 * @param duration how long all took
 */
record Report(Map<String, String> about, List<Verdict> verdicts, int tests, int failedTests, Duration duration) {

    static Report of(Map<String, String> about, List<Promise> promises, List<Outcome> outcomes, Duration duration) {
        List<Verdict> verdicts = promises.stream()
                .map(promise -> Verdict.of(promise, outcomes))
                .filter(verdict -> !verdict.outcomes().isEmpty())
                .toList();
        int failed = (int)
                outcomes.stream().filter(each -> each.state() == State.FAILED).count();
        return new Report(about, verdicts, outcomes.size(), failed, duration);
    }

    int count(State state) {
        return (int) verdicts.stream().filter(each -> each.state() == state).count();
    }

    TckResult result() {
        return new TckResult(tests, failedTests, count(State.PASSED), count(State.FAILED), count(State.NOT_APPLICABLE));
    }

    /** The last line of every text. */
    String totals() {
        return String.format(
                java.util.Locale.ROOT,
                "signals4j TCK: %d promises: %d passed, %d failed, %d not applicable (%d tests, %.1f s)",
                verdicts.size(),
                count(State.PASSED),
                count(State.FAILED),
                count(State.NOT_APPLICABLE),
                tests,
                duration.toMillis() / 1000.0);
    }
}
