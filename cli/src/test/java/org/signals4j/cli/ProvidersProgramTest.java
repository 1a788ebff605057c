/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Providers that do not work beside one that does. */
class ProvidersProgramTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void declareProviders() throws Exception {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(
                services.resolve("org.signals4j.spi.SignalProvider"),
                BrokenProvider.class.getName() + "\norg.example.Missing\n" + UnavailableProvider.class.getName()
                        + "\n");
    }

    @Test
    void theRightOneIsChosenAndTheReasonsAreReadable() throws Exception {
        try (ChildProgram doctor = ChildProgram.startWith(folder, "doctor")) {
            assertThat(doctor.exitCode()).isZero();
            assertThat(doctor.out())
                    .noneMatch(line -> line.equals("provider  none"))
                    .anyMatch(line -> line.matches("moon +100 +no +this is not the moon"))
                    .anyMatch(line -> line.matches(
                            "org\\.signals4j\\.cli\\.BrokenProvider +- +no +cannot be loaded: .*no number.*"))
                    .anyMatch(line -> line.contains("org.example.Missing"))
                    .anyMatch(line -> line.matches("\\S+ +\\d+ +yes +\\S.*"));
        }
    }

    @Test
    void askingForOneThatDoesNotWorkSaysWhy() throws Exception {
        try (ChildProgram list = ChildProgram.startWith(folder, "list", "--provider", "moon")) {
            assertThat(list.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(list.out()).isEmpty();
            assertThat(list.err()).contains("'moon'", "this is not the moon").doesNotContain("\tat ");
        }
    }

    @Test
    void doctorKnowsTheRestEvenWithoutAProvider() throws Exception {
        try (ChildProgram doctor = ChildProgram.startWith(folder, "doctor", "--json", "--provider", "moon")) {
            assertThat(doctor.exitCode()).isEqualTo(ExitCodes.FAILED);
            JsonText json = JsonText.of(doctor.out().get(0));
            assertThat(json.value("/platform/os")).isEqualTo(System.getProperty("os.name"));
            assertThat(json.value("/provider")).isEqualTo("null");
            assertThat(json.values())
                    .containsEntry("/candidates/0/name", "moon")
                    .containsEntry("/candidates/0/available", "false")
                    .containsEntry("/candidates/0/reason", "this is not the moon")
                    .containsEntry("/candidates/0/priority", "100")
                    .containsValue("org.signals4j.cli.BrokenProvider");
            assertThat(json.fields("signals")).isEmpty();
            assertThat(doctor.err()).contains("this is not the moon");
        }
    }
}
