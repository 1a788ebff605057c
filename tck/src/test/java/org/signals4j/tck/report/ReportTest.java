/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportTest {

    private static final List<Promise> PROMISES = List.of(
            new Promise("DEL-1", "Handlers MUST run <one> at a time.", "no locks", "-"),
            new Promise("DEL-2", "It MUST be \"so\".", "why", "-"),
            new Promise("TIM-1", "Timers MUST fire.", "why", "TIMERS"),
            new Promise("XXX-1", "Not part of this run.", "why", "-"));

    private final Report report = Report.of(
            Map.of("provider", "a<b"),
            PROMISES,
            List.of(
                    outcome("A.one", "DEL-1", State.PASSED, ""),
                    outcome("A.two", "DEL-1", State.FAILED, "expected: 1\nseen: <2>"),
                    outcome("A.three", "DEL-2", State.PASSED, ""),
                    outcome("A.four", "DEL-2", State.NOT_APPLICABLE, "lacks X"),
                    outcome("A.five", "TIM-1", State.NOT_APPLICABLE, "provider 'a' lacks TIMERS")),
            Duration.ofMillis(1500));

    private static Outcome outcome(String test, String promise, State state, String detail) {
        return new Outcome(test, List.of(promise), state, detail, Duration.ofMillis(3));
    }

    @Test
    void onePromiseIsAsGoodAsItsWorstTest() {
        assertThat(report.verdicts().stream().map(Verdict::state))
                .containsExactly(State.FAILED, State.PASSED, State.NOT_APPLICABLE);
        assertThat(report.result().isSuccessful()).isFalse();
        assertThat(report.result().failed()).isOne();
    }

    @Test
    void aFailureThatIsOfNoPromiseIsAFailureAllTheSame() {
        Report broken = Report.of(
                Map.of(),
                PROMISES,
                List.of(
                        outcome("A.one", "DEL-1", State.PASSED, ""),
                        new Outcome("SomeContract", List.of(), State.FAILED, "no class", Duration.ZERO)),
                Duration.ZERO);
        assertThat(broken.result().failed()).isZero();
        assertThat(broken.result().errors()).isOne();
        assertThat(broken.result().isSuccessful()).isFalse();
    }

    @Test
    void nothingTestedIsNoSuccess() {
        assertThat(Report.of(Map.of(), PROMISES, List.of(), Duration.ZERO)
                        .result()
                        .isSuccessful())
                .isFalse();
    }

    @Test
    void theTextSaysWhatWasExpectedAndEndsWithTheTotals() {
        String text = TextReport.of(report);
        assertThat(text).contains("expected: 1").contains("seen: <2>").contains("lacks TIMERS");
        assertThat(text.lines().reduce((first, second) -> second))
                .contains("signals4j TCK: 3 promises: 1 passed, 1 failed, 1 not applicable (5 tests, 1.5 s)");
    }

    @Test
    void theJsonIsQuoted() {
        assertThat(JsonReport.of(report))
                .contains("\"id\": \"DEL-1\", \"state\": \"failed\"")
                .contains("It MUST be \\\"so\\\".")
                .contains("expected: 1\\u000aseen: <2>")
                .contains("\"failed\": 1")
                .doesNotContain("XXX-1");
        assertThat(JsonReport.quote("a\\b\t")).isEqualTo("\"a\\\\b\\u0009\"");
    }

    @Test
    void thePageIsEscapedAndNeedsNothingElse() {
        String page = HtmlReport.of(report);
        assertThat(page)
                .contains("Handlers MUST run &lt;one&gt; at a time.")
                .contains("a&lt;b")
                .contains("seen: &lt;2&gt;")
                .contains("class=\"failed\"")
                .contains("failed: DEL-1</span>")
                .doesNotContain("<script")
                .doesNotContain("href=")
                .doesNotContain("src=");
    }

    @Test
    void whatBelongsToNoPromiseIsInEachReport() {
        Report broken = Report.of(
                Map.of(),
                PROMISES,
                List.of(Outcome.problem("AContract", "no <class>"), Outcome.problem("BContract", "no <class>")),
                Duration.ZERO);
        assertThat(TextReport.of(broken))
                .contains("Errors that belong to no promise", "AContract, BContract", "no <class>")
                .contains("0 promises: 0 passed, 0 failed, 0 not applicable, 1 errors (0 tests");
        assertThat(JsonReport.of(broken))
                .contains("\"errors\": 1,")
                .contains("{\"where\": \"AContract, BContract\", \"detail\": \"no <class>\"}")
                .contains("\"promises\": []");
        assertThat(HtmlReport.of(broken))
                .contains("<h2>Errors that belong to no promise</h2>", "AContract, BContract", "no &lt;class&gt;");
    }
}
