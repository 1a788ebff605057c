/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.it.programs.ExitingHandler;
import org.signals4j.it.programs.StuckHandler;
import org.signals4j.it.programs.ThrowingHandler;

/** A handler that throws, one that exits and one that never returns harm nobody else. */
class MisbehavingHandlerTest {

    static List<Provider> providers() {
        return Provider.here();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatIsThrownIsReportedAndDispatchGoesOn(Provider provider) {
        try (Child child =
                Launch.classPath(ThrowingHandler.class, provider.jars()).start()) {
            child.awaitLine("ready");
            child.kill("USR1");
            child.awaitLine("reported: by the handler, call 1");
            child.kill("USR1");
            child.awaitLine("reported: by the handler, call 2");
            child.endInput();
            assertThat(child.exitCode()).isZero();
            assertThat(child.err())
                    .as("the log, which the subscriber left as it is")
                    .filteredOn(line -> line.contains("by the subscriber"))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void anExitInAHandlerRunsTheHooksWhileSignalsStillArrive(Provider provider) {
        try (Child child =
                Launch.classPath(ExitingHandler.class, provider.jars()).start()) {
            child.awaitLine("ready");
            child.kill("TERM");
            child.awaitLine("hook begins");
            child.kill("USR1");
            assertThat(child.exitCode()).isEqualTo(9);
            assertThat(child.out()).containsExactly("ready", "hook begins", "saw SIGUSR1", "hook ends");
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aHandlerThatNeverReturnsDelaysOnlyTheHandlersBehindIt(Provider provider) {
        try (Child child = Launch.classPath(StuckHandler.class, provider.jars()).start()) {
            child.awaitLine("ready");
            child.kill("USR1");
            child.awaitLine("stuck");
            child.kill("ALRM");
            child.awaitLine("saw SIGALRM");
            child.kill("QUIT");
            child.awaitLine("Full thread dump .*");
            child.kill("WINCH");
            assertThat(child.exitCode()).as("of System.exit in main").isEqualTo(5);
            assertThat(child.out()).contains("saw SIGUSR1", "saw SIGWINCH");
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aHandlerThatNeverReturnsDoesNotKeepTheJvmFromTerminating(Provider provider) {
        try (Child child = Launch.classPath(StuckHandler.class, provider.jars()).start()) {
            child.awaitLine("ready");
            child.kill("USR1");
            child.awaitLine("stuck");
            child.kill("TERM");
            assertThat(child.exitCode()).isEqualTo(143);
        }
    }
}
