/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the guide for authors of providers says of the TCK. */
class GuideTest {

    private static final Pattern SETTING = Pattern.compile("^\\| `(signals4j\\.tck\\.[a-z]+)` \\|", Pattern.MULTILINE);

    private static String guide() throws IOException {
        return Files.readString(Path.of("..", "docs", "example-provider", "README.md"));
    }

    @Test
    void itsTableHasEachSetting() throws Exception {
        Set<String> settings = new TreeSet<>();
        for (Field each : TckSettings.class.getFields()) {
            settings.add((String) each.get(null));
        }
        assertThat(SETTING.matcher(guide()).results().map(row -> row.group(1)).collect(Collectors.toList()))
                .containsExactlyInAnyOrderElementsOf(settings);
    }

    /** Which is tested with them. */
    @Test
    void itHasTheArgumentsOfTheConsoleLauncher() throws Exception {
        assertThat(guide())
                .contains("org.junit.platform.console.ConsoleLauncher execute \\\n")
                .contains("--select-package=org.signals4j.tck.contract --include-classname='.*Contract' \\\n")
                .contains("--config=" + TckSettings.PROVIDER + "=mailbox");
    }
}
