/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signals4j.Capability;

/** The tables of what providers do say what the providers say. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "the tables have the numbers of Linux")
class PlatformTablesTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[A-Z_, `]+`) \\| (yes|no) \\| (yes|no) \\|");

    @ParameterizedTest
    @ValueSource(strings = {"linux", "sunmisc"})
    void tablesAreThoseOfTheProvider(String provider) throws Exception {
        try (Child child = new Child(provider, SignalRows.class)) {
            assertThat(child.awaitExit()).isZero();
            String page = Documents.read(Documents.ROOT.resolve("docs/platforms/" + provider + ".md"));
            assertThat(child.lines()).isNotEmpty();
            assertThat(page.lines()).containsSubsequence(child.lines());
        }
    }

    /** A row has one capability or several, then a column for each provider. */
    @ParameterizedTest
    @CsvSource({"linux, 2", "sunmisc, 3"})
    void capabilitiesAreThoseOfTheProvider(String provider, int column) throws Exception {
        String page = Documents.read(Documents.ROOT.resolve("docs/guide/providers.md"));
        Set<String> all = new TreeSet<>();
        Set<String> had = new TreeSet<>();
        for (MatchResult row : (Iterable<MatchResult>) ROW.matcher(page).results()::iterator) {
            for (String name : row.group(1).replace("`", "").split(", ")) {
                all.add(name);
                if (row.group(column).equals("yes")) {
                    had.add(name);
                }
            }
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(names(Capability.values()));
        try (Child child = new Child(provider, Capabilities.class)) {
            assertThat(child.awaitExit()).isZero();
            assertThat(had).containsExactlyInAnyOrderElementsOf(child.lines());
        }
    }

    private static List<String> names(Enum<?>[] constants) {
        return Stream.of(constants).map(Enum::name).toList();
    }
}
