/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.spi.SignalSpec;
import org.signals4j.windows.jna.Kernel32;
import org.signals4j.windows.jna.Ucrt;

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

    /** The other columns are checked by the tests of the docs. */
    @Test
    void theTableOfCapabilitiesIsThatOfTheProvider() throws Exception {
        String page = Files.readString(Path.of("..", "docs", "guide", "providers.md"));
        Set<String> named = new TreeSet<>();
        Pattern.compile("(?m)^\\| (`[A-Z_, `]+`) \\| (?:yes|no) \\| (?:yes|no) \\| yes \\|")
                .matcher(page)
                .results()
                .forEach(row ->
                        named.addAll(List.of(row.group(1).replace("`", "").split(", "))));
        Set<Capability> capabilities = new WindowsBackend(mock(Kernel32.class), mock(Ucrt.class)).capabilities();
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(
                        capabilities.stream().map(Enum::name).toList());
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
