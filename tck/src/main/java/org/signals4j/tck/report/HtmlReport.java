/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.util.stream.Collectors;

/** The report as one page that needs nothing else. */
final class HtmlReport {

    private static final String STYLE = """
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #8884; }
            .id { white-space: nowrap; font-weight: 600; }
            td.state { white-space: nowrap; }
            .passed .state { color: #1a7f37; }
            .failed .state { color: #d1242f; font-weight: 700; }
            .not-applicable { opacity: .7; }
            pre { white-space: pre-wrap; margin: .3rem 0; font-size: 12px; }
            """;

    private HtmlReport() {}

    static String of(Report report) {
        StringBuilder page = new StringBuilder();
        page.append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        page.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
        page.append("<title>signals4j TCK</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n");
        page.append("<h1>signals4j TCK</h1>\n<p><strong>")
                .append(escape(report.totals()))
                .append("</strong></p>\n");
        String failed = report.verdicts().stream()
                .filter(verdict -> verdict.state() == State.FAILED)
                .map(verdict -> verdict.promise().id())
                .collect(Collectors.joining(", "));
        if (!failed.isEmpty()) {
            page.append("<p class=\"failed\"><span class=\"state\">failed: ")
                    .append(escape(failed))
                    .append("</span></p>\n");
        }
        page.append("<table>\n");
        report.about()
                .forEach((name, value) -> page.append("<tr><th scope=\"row\">")
                        .append(escape(name))
                        .append("</th><td>")
                        .append(escape(value))
                        .append("</td></tr>\n"));
        page.append("</table>\n");
        if (report.errors() > 0) {
            page.append("<h2>Errors that belong to no promise</h2>\n");
        }
        for (Problem problem : report.problems()) {
            page.append("<p class=\"failed\"><span class=\"state\">")
                    .append(escape(problem.where()))
                    .append("</span></p>\n<pre>")
                    .append(escape(problem.detail()))
                    .append("</pre>\n");
        }
        page.append(
                "<h2>Promises</h2>\n<table>\n<tr><th scope=\"col\">promise</th><th scope=\"col\">state</th><th scope=\"col\">text</th></tr>\n");
        report.verdicts().forEach(verdict -> row(page, verdict));
        return page.append("</table>\n</body>\n</html>\n").toString();
    }

    private static void row(StringBuilder page, Verdict verdict) {
        String state = verdict.state().text();
        page.append("<tr class=\"").append(state.replace(' ', '-')).append("\"><td class=\"id\">");
        page.append(escape(verdict.promise().id()))
                .append("</td><td class=\"state\">")
                .append(state);
        page.append("</td><td>").append(code(escape(verdict.promise().text())));
        for (Outcome outcome : verdict.outcomes()) {
            if (outcome.state() != State.PASSED) {
                page.append("<pre>")
                        .append(escape(outcome.test() + ": " + outcome.detail()))
                        .append("</pre>");
            }
        }
        page.append("</td></tr>\n");
    }

    /** What the page of the contract has between backticks. */
    private static String code(String escaped) {
        return escaped.replaceAll("`([^`]*)`", "<code>$1</code>");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
