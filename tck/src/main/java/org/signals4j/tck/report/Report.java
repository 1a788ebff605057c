/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.signals4j.tck.TckResult;

/**
 * A run, promise by promise.
 *
 * @param about provider, platform, JDK and the like, by their names
 * @param verdicts the promises that were selected, in the order of the contract
 * @param problems failures that belong to no promise
 * @param tests how many tests there were
 * @param failedTests how many of them have failed
 * @param duration how long all took
 */
record Report(
        Map<String, String> about,
        List<Verdict> verdicts,
        List<Problem> problems,
        int tests,
        int failedTests,
        Duration duration) {

    static Report of(Map<String, String> about, List<Promise> promises, List<Outcome> outcomes, Duration duration) {
        List<Verdict> verdicts = promises.stream()
                .map(promise -> Verdict.of(promise, outcomes))
                .filter(verdict -> !verdict.outcomes().isEmpty())
                .toList();
        List<Outcome> tests =
                outcomes.stream().filter(each -> !each.isProblem()).toList();
        int failed = (int)
                tests.stream().filter(each -> each.state() == State.FAILED).count();
        return new Report(about, verdicts, Problem.of(outcomes), tests.size(), failed, duration);
    }

    int count(State state) {
        return (int) verdicts.stream().filter(each -> each.state() == state).count();
    }

    int errors() {
        return problems.size();
    }

    TckResult result() {
        return new TckResult(
                tests, failedTests, count(State.PASSED), count(State.FAILED), count(State.NOT_APPLICABLE), errors());
    }

    /** The last line of every text. */
    String totals() {
        return String.format(
                Locale.ROOT,
                "signals4j TCK: %d promises: %d passed, %d failed, %d not applicable%s (%d tests, %.1f s)",
                verdicts.size(),
                count(State.PASSED),
                count(State.FAILED),
                count(State.NOT_APPLICABLE),
                errors() == 0 ? "" : ", " + errors() + " errors",
                tests,
                duration.toMillis() / 1000.0);
    }
}
