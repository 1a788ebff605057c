/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** The report as JSON. */
final class JsonReport {

    private JsonReport() {}

    static String of(Report report) {
        StringJoiner errors = list();
        report.problems()
                .forEach(problem -> errors.add(
                        "{\"where\": " + quote(problem.where()) + ", \"detail\": " + quote(problem.detail()) + "}"));
        StringJoiner promises = list();
        report.verdicts().forEach(verdict -> promises.add(promise(verdict)));
        return "{\n  \"about\": " + strings(report.about())
                + ",\n  \"totals\": {\"promises\": " + report.verdicts().size()
                + ", \"passed\": " + report.count(State.PASSED)
                + ", \"failed\": " + report.count(State.FAILED)
                + ", \"notApplicable\": " + report.count(State.NOT_APPLICABLE)
                + ", \"errors\": " + report.errors()
                + ", \"tests\": " + report.tests()
                + ", \"millis\": " + report.duration().toMillis()
                + "},\n  \"errors\": " + errors + ",\n  \"promises\": " + promises + "\n}\n";
    }

    private static StringJoiner list() {
        return new StringJoiner(",\n    ", "[\n    ", "\n  ]").setEmptyValue("[]");
    }

    private static String promise(Verdict verdict) {
        StringJoiner tests = new StringJoiner(", ", "[", "]");
        for (Outcome outcome : verdict.outcomes()) {
            tests.add("{\"test\": " + quote(outcome.test()) + ", \"state\": "
                    + quote(outcome.state().text()) + ", \"millis\": "
                    + outcome.duration().toMillis() + ", \"detail\": " + quote(outcome.detail()) + "}");
        }
        return "{\"id\": " + quote(verdict.promise().id()) + ", \"state\": "
                + quote(verdict.state().text()) + ", \"text\": "
                + quote(verdict.promise().text()) + ", \"needs\": "
                + quote(verdict.promise().needs()) + ", \"tests\": " + tests + "}";
    }

    private static String strings(Map<String, String> map) {
        List<String> pairs = map.entrySet().stream()
                .map(entry -> quote(entry.getKey()) + ": " + quote(entry.getValue()))
                .toList();
        return "{" + String.join(", ", pairs) + "}";
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format("\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
