/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.signals4j.spi.SignalSpec;

/** The page about Windows has the table that the provider has. Checked here, because the docs' tests run on Linux. */
class PlatformPageTest {

    @Test
    void theTableIsThatOfTheProvider() throws Exception {
        List<String> rows =
                WindowsSignal.specs().stream().map(PlatformPageTest::row).toList();
        List<String> page = Files.readAllLines(Path.of("..", "docs", "platforms", "windows.md"));
        assertThat(page).containsSubsequence(rows);
        assertThat(page.stream().filter(line -> line.matches("\\| [A-Z]+ \\| \\d+ \\|.*")))
                .hasSameSizeAs(rows);
    }

    private static String row(SignalSpec spec) {
        String owner = spec.owner()
                .map(name -> name + spec.refusal().map(why -> ": " + why).orElse("") + " ")
                .orElse("");
        return "| %s | %d | %s | %s | %s|"
                .formatted(
                        spec.signal().name().substring("SIG".length()),
                        spec.number(),
                        spec.defaultAction().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        spec.refusal().isPresent() ? "no" : "yes",
                        owner);
    }
}
