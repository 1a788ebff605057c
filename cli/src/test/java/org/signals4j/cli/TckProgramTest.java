/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code tck} in a JVM of its own, with the fallback, which works everywhere. */
class TckProgramTest {

    private static final String TOTALS = "signals4j TCK: ";

    @TempDir
    private Path folder;

    private static ChildProgram start(String... more) throws Exception {
        List<String> all = new ArrayList<>(List.of("tck"));
        all.addAll(List.of(more));
        return ChildProgram.start(all.toArray(String[]::new));
    }

    private static String last(ChildProgram tck) {
        return tck.out().get(tck.out().size() - 1);
    }

    @Test
    void itEndsWithTheTotalsAndWritesTheReport() throws Exception {
        Path report = folder.resolve("a/report");
        try (ChildProgram tck = start("--provider", "sunmisc", "--select", "TAB", "--report", report.toString())) {
            assertThat(tck.exitCode()).as(tck.out() + tck.err()).isZero();
            assertThat(last(tck))
                    .matches(TOTALS + "9 promises: 9 passed, 0 failed, 0 not applicable \\(9 tests, .* s\\)");
            assertThat(Files.readAllLines(report.resolve("report.txt"))).endsWith(last(tck));
        }
        JsonText json = JsonText.of(Files.readString(report.resolve("report.json")));
        assertThat(json.value("/about/provider")).isEqualTo("sunmisc");
        assertThat(json.value("/totals/passed")).isEqualTo("9");
        assertThat(json.value("/totals/errors")).isEqualTo("0");
        assertThat(json.fields("promises")).isEqualTo(Set.of("id", "state", "text", "needs", "tests"));
        assertThat(report.resolve("report.html")).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void whatIsNotApplicableIsNoFailure() throws Exception {
        try (ChildProgram tck = start("--provider", "sunmisc", "--select", "MASK-6")) {
            assertThat(tck.exitCode()).isZero();
            assertThat(last(tck)).startsWith(TOTALS + "1 promises: 0 passed, 0 failed, 1 not applicable (1 tests");
        }
    }

    /** A sender that does nothing breaks what is asked of a sender. */
    @Test
    void whatHasFailedIsAFailure() throws Exception {
        try (ChildProgram tck =
                start("--provider", "sunmisc", "--select", "DEF-10", "--sender", "false", "--time-scale", "0.5")) {
            assertThat(tck.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(last(tck)).startsWith(TOTALS + "1 promises: 0 passed, 1 failed, 0 not applicable (1 tests");
            assertThat(tck.out()).anyMatch(line -> line.contains("the sender [false] has failed"));
        }
    }

    /** Found before anything is run, and so without any output. */
    @ParameterizedTest
    @CsvSource({
        "--provider nobody, 2, no class of a provider named 'nobody'",
        "--provider org.example.Missing, 2, org.example.Missing",
        "--provider java.lang.String, 2, java.lang.String",
        "--provider sunmisc --foreign no.Such, 2, 'no.Such'",
        "--provider sunmisc --time-scale 0, 2, signals4j.tck.timescale is a number of more than 0",
        "--provider sunmisc --time-scale abc, 2, not 'abc'",
        "--provider sunmisc --select XYZ, 2, there is no test for --select XYZ",
        "--provider sunmisc --select=, 2, nothing is selected by a blank text",
        "--provider sunmisc --report pom.xml, 2, no report can be written to 'pom.xml'",
        "--provider sunmisc --report pom.xml/below, 2, no report can be written to 'pom.xml/below'",
        "'', 2, Missing required option",
        "--provider moon, 1, this is not the moon"
    })
    void badUsage(String line, int code, String message) throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("org.signals4j.spi.SignalProvider"), UnavailableProvider.class.getName() + "\n");
        List<String> all = new ArrayList<>(List.of("tck"));
        if (!line.isEmpty()) {
            all.addAll(List.of(line.split(" ")));
        }
        try (ChildProgram tck = ChildProgram.startWith(folder, all.toArray(String[]::new))) {
            assertThat(tck.exitCode()).as(tck.err()).isEqualTo(code);
            assertThat(tck.err()).contains(message).doesNotContain("\tat ");
            assertThat(tck.out()).isEmpty();
        }
    }
}
