/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The conformance tests of signals4j, for whoever writes a provider. Three ways to run them: extend
 * {@link org.signals4j.tck.SignalProviderTck} in a test of one's own; {@code signals4j tck --provider NAME}; or JUnit's
 * console launcher with {@code --select-package org.signals4j.tck.contract} and the parameters of
 * {@link org.signals4j.tck.TckSettings}.
 */
module org.signals4j.tck {
    requires transitive org.signals4j;
    requires org.junit.jupiter.api;
    requires org.junit.platform.commons;
    requires org.junit.platform.launcher;
    requires transitive org.junit.platform.suite.api;
    requires awaitility;

    exports org.signals4j.tck;

    // JUnit finds and runs the tests and their extensions by reflection.
    opens org.signals4j.tck.contract to
            org.junit.platform.commons;
    opens org.signals4j.tck.support to
            org.junit.platform.commons;

    uses org.signals4j.spi.SignalProvider;

    provides org.junit.platform.launcher.TestExecutionListener with
            org.signals4j.tck.report.ReportListener;
}
