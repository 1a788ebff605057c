/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.it.programs.InheritedIgnore;
import org.signals4j.it.programs.Terminated;

/** What ends a process, and what does not. */
class TerminationTest {

    static List<Provider> providers() {
        return Provider.here();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aSubscriberThatDoesNotCancelLeavesTheShutdownAsItIs(Provider provider) {
        try (Child child = Launch.classPath(Terminated.class, provider.jars()).start("watch")) {
            child.awaitLine("ready");
            child.kill("TERM");
            assertThat(child.exitCode()).isEqualTo(143);
            assertThat(child.out()).containsExactly("ready", "watched", "hook");
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void oneThatCancelsKeepsTheProcessAlive(Provider provider) {
        try (Child child = Launch.classPath(Terminated.class, provider.jars()).start("cancel")) {
            child.awaitLine("ready");
            child.kill("TERM");
            child.awaitLine("cancelled 1");
            child.kill("TERM");
            child.awaitLine("cancelled 2");
            child.endInput();
            assertThat(child.exitCode()).as("at the end of main").isZero();
            assertThat(child.out()).containsExactly("ready", "cancelled 1", "cancelled 2", "hook");
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void onceClosedItIsAsWithoutUs(Provider provider) {
        try (Child child = Launch.classPath(Terminated.class, provider.jars()).start("close")) {
            child.awaitLine("ready");
            child.kill("TERM");
            assertThat(child.exitCode()).isEqualTo(143);
            assertThat(child.out()).containsExactly("ready", "hook");
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void anInheritedIgnoreStays(Provider provider) {
        try (Child child = Launch.classPath(InheritedIgnore.class, provider.jars())
                .under("nohup")
                .start()) {
            child.awaitLine("ready");
            child.kill("HUP");
            child.kill("USR1");
            child.awaitLine("got SIGUSR1");
            child.kill("TERM");
            assertThat(child.exitCode()).isEqualTo(143);
            assertThat(child.out())
                    .containsExactly(
                            "active: false",
                            "active for SIGHUP: false",
                            "active for SIGUSR1: true",
                            "handler of SIGHUP: IGNORE",
                            "ready",
                            "got SIGUSR1");
            assertThat(child.err())
                    .as("said once")
                    .filteredOn(line -> line.contains("SIGHUP"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void whatIsNotIgnoredArrives(Provider provider) {
        try (Child child =
                Launch.classPath(InheritedIgnore.class, provider.jars()).start()) {
            child.awaitLine("ready");
            child.kill("HUP");
            child.awaitLine("got SIGHUP");
            assertThat(child.out()).startsWith("active: true", "active for SIGHUP: true");
        }
    }
}
