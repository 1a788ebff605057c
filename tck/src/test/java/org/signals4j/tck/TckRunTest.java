/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signals4j.testing.FakeSignalProvider;

/** The way to the TCK by a program: what is wrong with the settings is said before anything is run. */
class TckRunTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private static TckRun fake() {
        return new TckRun(FakeSignalProvider.class.getName()).set(TckSettings.PROCESSES, "false");
    }

    private TckResult run(TckRun run) {
        return run.run(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    private String output() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneSelectedPromiseIsOnePromise() {
        assertThat(run(fake().select("TAB-1"))).isEqualTo(new TckResult(1, 0, 1, 0, 0, 0));
        assertThat(output()).contains("[  1/  1] TAB-1 ");
    }

    /** The tests of a class that is not applicable are selected as others are. */
    @Test
    void whatIsNotApplicableIsNoFailure() {
        TckResult result = run(fake().select("MASK-6"));
        assertThat(result).isEqualTo(new TckResult(1, 0, 0, 0, 1, 0));
        assertThat(result.isSuccessful()).isTrue();
        assertThat(output()).contains("[  1/  1] MASK-6 ").doesNotContain("MASK-3");
    }

    @Test
    void nothingSelectedIsNoSuccess() {
        TckResult result = run(fake().select("XYZ"));
        assertThat(result.tests()).isZero();
        assertThat(result.isSuccessful()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> fake().select(" "));
    }

    @Test
    void aReportOfAnEarlierRunDoesNotStay() throws Exception {
        Files.writeString(folder.resolve("report.txt"), "all is well");
        TckRun nothing = fake().set(TckSettings.REPORT, folder.toString()).select("XYZ");
        run(nothing);
        assertThat(folder).isDirectoryNotContaining("glob:**/report.*");
    }

    @Test
    void aReportThatCannotBeWrittenAfterTheRunIsAnError() throws Exception {
        Path report = folder.resolve("report");
        TckRun run = fake().set(TckSettings.REPORT, report.toString()).select("TAB-1");
        TckResult result = run.run(new PrintStream(written, true, StandardCharsets.UTF_8) {
            /** A directory in the place of the file, once the run has begun. */
            @Override
            public void print(String text) {
                super.print(text);
                try {
                    Files.createDirectories(report.resolve("report.txt"));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }
        });
        assertThat(result.errors()).isOne();
        assertThat(result.isSuccessful()).isFalse();
        assertThat(output().lines().reduce((first, second) -> second))
                .get()
                .asString()
                .contains("1 passed, 0 failed, 0 not applicable, 1 errors (1 tests");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "abc", "NaN", "1000.1", ""})
    void aTimeScaleIsANumberWithinBounds(String scale) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(fake().set(TckSettings.TIME_SCALE, scale)))
                .withMessageContaining(TckSettings.TIME_SCALE)
                .withMessageContaining("'" + scale + "'");
        assertThat(output()).isEmpty();
    }

    @Test
    void whatCannotBeLoadedIsAMistake() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(new TckRun("nobody")))
                .withMessageContaining("'nobody'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(new TckRun("java.lang.String")))
                .withMessageContaining("java.lang.String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(fake().set(TckSettings.FOREIGN, "no.Such")))
                .withMessageContaining(TckSettings.FOREIGN);
        Path file = Files.createFile(folder.resolve("file"));
        for (Path nowhere : new Path[] {file, file.resolve("below")}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> run(fake().set(TckSettings.REPORT, nowhere.toString())))
                    .withMessageContaining("no report can be written to '" + nowhere + "'");
        }
        assertThat(output()).isEmpty();
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> new TckRun(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> fake().set(null, "")).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> fake().set("", null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> fake().select(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> fake().run(null)).isInstanceOf(NullPointerException.class);
    }
}
