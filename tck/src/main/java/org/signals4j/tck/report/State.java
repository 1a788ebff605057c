/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

/** What became of a test or a promise. */
enum State {
    PASSED("passed"),
    FAILED("failed"),
    NOT_APPLICABLE("not applicable");

    private final String text;

    State(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
