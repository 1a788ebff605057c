/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The runnable jar, as users run it. */
class RunnableJarTest {

    static List<Provider> providers() {
        return Provider.here();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void threeSignalsAreThreeLines(Provider provider) {
        try (Child child = Launch.cli()
                .start(
                        "watch",
                        "--provider",
                        provider.name(),
                        "--json",
                        "--count",
                        "3",
                        "SIGUSR1",
                        "SIGTERM",
                        "SIGHUP")) {
            child.awaitLine(".*\"ready\":true.*");
            List<Long> senders = new ArrayList<>();
            for (String signal : List.of("USR1", "TERM", "HUP")) {
                senders.add(child.kill(signal));
                child.awaitLine(".*\"signal\":\"SIG" + signal + "\".*");
            }
            assertThat(child.exitCode()).isZero();

            List<Map<String, Object>> lines =
                    child.out().stream().map(Json::object).toList();
            assertThat(lines).hasSize(4);
            assertThat(lines.get(0)).isEqualTo(Map.of("ready", true, "pid", child.pid(), "provider", provider.name()));
            assertThat(lines.subList(1, 4))
                    .extracting(event -> event.get("signal"))
                    .containsExactly("SIGUSR1", "SIGTERM", "SIGHUP");
            assertThat(lines.subList(1, 4)).allSatisfy(event -> {
                assertThat(event.keySet())
                        .containsExactly("signal", "number", "cause", "pid", "uid", "value", "status", "count", "time");
                assertThat(event)
                        .containsEntry("count", 1L)
                        .containsEntry("value", null)
                        .containsEntry("status", null);
            });
            assertThat(lines.subList(1, 4))
                    .extracting(event -> event.get("pid"))
                    .isEqualTo(provider.isFallback() ? Arrays.asList(null, null, null) : senders);
            assertThat(child.err()).as("the summary").isNotEmpty();
            assertNoWarning(child);
        }
    }

    @ParameterizedTest
    @CsvSource({"--version", "--help", "list", "doctor", "doctor --json", "watch --timeout 10ms"})
    void nothingIsWarnedOf(String command) {
        Child child = Launch.cli().run(command.split(" "));
        assertThat(child.exitCode()).as("%s", child).isZero();
        assertThat(child.out()).isNotEmpty();
        assertNoWarning(child);
    }

    /** Newer JDKs warn of native access; the jar's manifest grants it. */
    private static void assertNoWarning(Child child) {
        assertThat(child.err()).as("standard error output").noneMatch(line -> line.contains("WARNING"));
    }
}
