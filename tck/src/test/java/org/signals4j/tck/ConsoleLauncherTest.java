/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signals4j.testing.FakeSignalProvider;

/** The way to the TCK by JUnit's own program: what is wrong with the settings is a failure that is told. */
class ConsoleLauncherTest {

    private static final String FAKE = FakeSignalProvider.class.getName();
    private static final String TABLES = ".*TableContract";

    @TempDir
    private Path folder;

    @Test
    void itRunsTheTestsAndWritesTheReport() throws Exception {
        Path report = folder.resolve("tck");
        Launched run = Launched.run(folder, TABLES, FAKE, "--config=" + TckSettings.REPORT + "=" + report);
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("TAB-1    passed");
        assertThat(run.totals()).contains(" 0 failed").doesNotContain("errors");
        assertThat(Files.readString(report.resolve("report.txt"))).endsWith(run.totals() + System.lineSeparator());
        assertThat(report).isDirectoryContaining("glob:**/report.json").isDirectoryContaining("glob:**/report.html");
        assertThat(report.resolve("progress.txt"))
                .content()
                .contains("[  1/  6] TAB-")
                .contains("ok");
    }

    @Test
    void aProviderThatThereIsNotIsAFailure() throws Exception {
        Launched run = Launched.run(folder, TABLES, "nobody");
        assertThat(run.exitCode()).as(run.output()).isOne();
        assertThat(run.output()).contains("no class of a provider named 'nobody'");
        assertThat(run.totals()).contains("0 promises: 0 passed, 0 failed, 0 not applicable, 1 errors (0 tests");
    }

    @Test
    void aReportThatCannotBeWrittenIsAFailure() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        Launched run = Launched.run(folder, TABLES, FAKE, "--config=" + TckSettings.REPORT + "=" + file);
        assertThat(run.exitCode()).as(run.output()).isOne();
        assertThat(run.output()).contains("no report can be written to '" + file + "'");
        assertThat(run.totals()).contains("1 errors");
    }

    @Test
    void aTimeScaleThatIsNoneIsAFailure() throws Exception {
        Launched run = Launched.run(folder, TABLES, FAKE, "-D" + TckSettings.TIME_SCALE + "=-1");
        assertThat(run.exitCode()).as(run.output()).isOne();
        assertThat(run.output())
                .contains(TckSettings.TIME_SCALE + " is a number of more than 0 and at most 1000, not '-1'");
        assertThat(run.totals()).contains("1 errors");
    }

    @Test
    void aClassOfForeignHandlersThatThereIsNotIsAFailure() throws Exception {
        Launched run = Launched.run(folder, TABLES, FAKE, "--config=" + TckSettings.FOREIGN + "=no.Such");
        assertThat(run.exitCode()).as(run.output()).isOne();
        assertThat(run.output()).contains(TckSettings.FOREIGN).contains("'no.Such'");
        assertThat(run.totals()).contains("1 errors");
    }

    /** As a build may have it for its own tests. */
    @Test
    void testsThatRunAtTheSameTimeAreNotThoseOfTheTck() throws Exception {
        Launched run = Launched.run(
                folder,
                ".*(Table|Registration|LookUp|Subscription|Hold|Reserved)Contract",
                FAKE,
                "--config=junit.jupiter.execution.parallel.enabled=true",
                "--config=junit.jupiter.execution.parallel.mode.default=concurrent",
                "--config=junit.jupiter.execution.parallel.mode.classes.default=concurrent",
                "--config=junit.jupiter.testinstance.lifecycle.default=per_class");
        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.totals()).contains(" 0 failed");
    }
}
