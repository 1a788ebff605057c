/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

/** The report as text. */
final class TextReport {

    private TextReport() {}

    static String of(Report report) {
        StringBuilder text = new StringBuilder();
        report.about().forEach((name, value) -> text.append(String.format("%-9s %s%n", name, value)));
        text.append(System.lineSeparator());
        for (Verdict verdict : report.verdicts()) {
            text.append(String.format(
                    "%-8s %-14s %s%n",
                    verdict.promise().id(),
                    verdict.state().text(),
                    verdict.promise().text()));
            for (Outcome outcome : verdict.outcomes()) {
                if (outcome.state() == State.FAILED
                        || outcome.state() == State.NOT_APPLICABLE && verdict.state() == State.NOT_APPLICABLE) {
                    text.append(String.format("         %s%n", outcome.test()));
                    outcome.detail().lines().forEach(line -> text.append(String.format("           %s%n", line)));
                }
            }
        }
        if (report.errors() > 0) {
            text.append(String.format("%nErrors that belong to no promise%n"));
        }
        for (Problem problem : report.problems()) {
            text.append(String.format("         %s%n", problem.where()));
            problem.detail().lines().forEach(line -> text.append(String.format("           %s%n", line)));
        }
        return text.append(System.lineSeparator())
                .append(report.totals())
                .append(System.lineSeparator())
                .toString();
    }
}
