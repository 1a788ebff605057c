/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That each measurement measures, and writes down what it should. How fast anything is depends on the machine. */
@EnabledOnOs(OS.LINUX)
class BenchmarksTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void latencyComparesAllContendersWithTheFloor() throws IOException {
        boolean compiler = Floor.compile(folder).isPresent();
        List<Map<String, String>> rows =
                measure("latency", "--rounds", "2", "--pings", "5", "--warmup", "20", "--pause", "100");

        assertThat(rows)
                .extracting(row -> row.get("contender"))
                .containsExactlyElementsOf(Stream.of(Contender.values())
                        .filter(contender -> compiler || contender != Contender.FLOOR)
                        .map(Contender::label)
                        .toList());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.keySet())
                    .containsExactly(
                            "contender",
                            "p50Micros",
                            "p90Micros",
                            "p99Micros",
                            "ratio",
                            "ratioLow",
                            "ratioHigh",
                            "what");
            assertThat(number(row, "p50Micros"))
                    .isPositive()
                    .isLessThanOrEqualTo(number(row, "p90Micros"))
                    .isLessThanOrEqualTo(number(row, "p99Micros"));
            if (compiler) {
                assertThat(number(row, "ratio"))
                        .isBetween(number(row, "ratioLow"), number(row, "ratioHigh"))
                        .isPositive();
            }
        });
        if (compiler) {
            assertThat(number(rows.get(0), "ratio")).isEqualTo(1);
        }
    }

    @Test
    void allocCountsBytes() throws IOException {
        List<Map<String, String>> rows = measure("alloc", "--rounds", "2", "--pings", "100", "--warmup", "20");

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).keySet()).containsExactly("contender", "bytesPerEvent", "lowest", "highest");
        assertThat(number(rows.get(0), "bytesPerEvent"))
                .isPositive()
                .isBetween(number(rows.get(0), "lowest"), number(rows.get(0), "highest"));
    }

    @Test
    void startupComparesWithJna() throws IOException {
        List<Map<String, String>> rows = measure("startup", "--rounds", "1");

        assertThat(rows)
                .extracting(row -> row.get("contender"))
                .containsExactlyElementsOf(
                        Stream.of(Startup.values()).map(Startup::label).toList());
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.keySet())
                    .containsExactly(
                            "contender",
                            "medianMillis",
                            "p10Millis",
                            "p90Millis",
                            "ratio",
                            "ratioLow",
                            "ratioHigh",
                            "what");
            assertThat(number(row, "medianMillis")).isPositive();
        });
        assertThat(number(rows.get(Startup.JNA.ordinal()), "ratio")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'', what is to be measured?",
        "speed, unknown: speed",
        "latency --round 3, unknown option: --round",
        "latency --rounds, --rounds needs a value",
        "latency --rounds 0, '--rounds needs a number from 1, not 0'",
    })
    void wrongArgumentsAreExplained(String arguments, String reason) throws IOException {
        assertThat(run(arguments.isEmpty() ? List.of() : List.of(arguments.split(" "))))
                .isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith(reason + "\nusage:");
    }

    private int run(List<String> arguments) throws IOException {
        return Main.run(arguments, print(out), print(err));
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /** Returns the rows of the JSON, and sees to it that the table has them too. */
    private List<Map<String, String>> measure(String... arguments) throws IOException {
        Path json = folder.resolve("result.json");
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--json", json.toString()));
        assertThat(run(all)).as("exit code; %s", err).isZero();
        try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
            List<Map<String, String>> rows = rows(parser);
            rows.forEach(row ->
                    assertThat(out.toString(StandardCharsets.UTF_8)).contains("\n" + row.get("contender") + " "));
            return rows;
        }
    }

    private static List<Map<String, String>> rows(JsonParser parser) throws IOException {
        while (!"rows".equals(parser.currentName())) {
            parser.nextToken();
        }
        assertThat(parser.nextToken()).isEqualTo(JsonToken.START_ARRAY);
        List<Map<String, String>> rows = new ArrayList<>();
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            Map<String, String> row = new LinkedHashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                row.put(name, parser.getText());
            }
            rows.add(row);
        }
        return rows;
    }

    private static double number(Map<String, String> row, String column) {
        return Double.parseDouble(row.get(column));
    }
}
