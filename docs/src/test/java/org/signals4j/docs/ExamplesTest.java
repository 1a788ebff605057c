/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every example does what its page says, with either provider. Each runs in a JVM of its own. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "one of the providers is that for Linux")
class ExamplesTest {

    @ParameterizedTest
    @ValueSource(strings = {"linux", "sunmisc"})
    void readme(String provider) throws Exception {
        try (Child child = child(provider, "Readme")) {
            child.awaitLine("critical");
            child.send("INT");
            child.awaitLine("Ctrl+C");
            child.pressEnter();
            child.awaitLine("reload on signals4j dispatch");
            child.send("TERM");
            assertThat(child.awaitExit()).isEqualTo(143);
            assertThat(child.lines()).containsSubsequence("critical", "Ctrl+C", "done", "flush");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "sunmisc"})
    void handling(String provider) throws Exception {
        try (Child child = child(provider, "Handling")) {
            assertThat(child.awaitExit()).isZero();
            assertThat(child.lines()).containsExactly("SIGUSR1 arrived 1 time", "DEFAULT, now DEFAULT");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "sunmisc"})
    void watching(String provider) throws Exception {
        try (Child child = child(provider, "Watching")) {
            child.awaitLine("working true");
            child.send("TERM");
            child.awaitLine("SIGTERM: not now");
            child.pressEnter();
            child.awaitLine("idle");
            child.send("HUP");
            assertThat(child.awaitExit()).isEqualTo(129);
            assertThat(child.lines()).endsWith("SIGHUP: bye");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "sunmisc"})
    void options(String provider) throws Exception {
        try (Child child = child(provider, "Options")) {
            assertThat(child.awaitExit()).isZero();
            assertThat(child.lines())
                    .containsExactlyInAnyOrder("no report: the disk is full, says pool-1-thread-1", "taken: SIGUSR1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "sunmisc"})
    void providers(String provider) throws Exception {
        try (Child child = child(provider, "Providers")) {
            assertThat(child.awaitExit()).isZero();
            assertThat(child.lines())
                    .anySatisfy(line -> assertThat(line).contains(" sunmisc: sun.misc.Signal of "))
                    .contains(
                            "sunmisc tells who sent a signal: false",
                            "15, the JVM (shutdown), allowed: true",
                            "SIGKILL belongs to the kernel: it can be neither caught nor ignored");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "sunmisc"})
    void gracefulShutdown(String provider) throws Exception {
        try (Child child = child(provider, "GracefulShutdown")) {
            child.awaitLine("Server running... (send SIGTERM to test)");
            child.send("TERM");
            assertThat(child.awaitExit()).isZero();
            assertThat(child.lines())
                    .containsExactly(
                            "Server running... (send SIGTERM to test)",
                            "Received SIGTERM, shutting down gracefully...",
                            "Cleaned up resources.");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "sunmisc"})
    void waiting(String provider) throws Exception {
        try (Child child = child(provider, "Waiting")) {
            assertThat(child.awaitExit()).isZero();
            assertThat(child.lines())
                    .containsExactly(
                            "held, then taken: SIGUSR1",
                            "in time: false",
                            "stream: SIGWINCH",
                            "channel: SIGUSR1",
                            "future: SIGUSR1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"linux", "sunmisc"})
    void mainThreadRules(String provider) throws Exception {
        try (Child child = child(provider, "MainThreadRules")) {
            child.awaitLine("working");
            child.send("INT");
            assertThat(child.awaitExit()).isZero();
            assertThat(child.lines()).containsExactly("working", "stopped");
        }
    }

    private static Child child(String provider, String example) throws Exception {
        return new Child(provider, Class.forName("example." + example));
    }
}
