/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No provider hangs the run. */
class HangingProviderTest {

    private static final String PROVIDER = HangingProvider.class.getName();

    @TempDir
    private Path folder;

    private Launched run(String hangs, String classes) throws Exception {
        return Launched.run(
                folder,
                classes,
                PROVIDER,
                "-D" + HangingProvider.HANGS + "=" + hangs,
                "--config=" + TckSettings.TIME_SCALE + "=0.05");
    }

    /** The limit is waited for once, and not by each class. */
    @ParameterizedTest
    @ValueSource(strings = {"availability", "open", "capabilities", "signals", "close"})
    void openingIsGivenUp(String method) throws Exception {
        Launched run = run(method + ":0", ".*(Table|LookUp|Hold)Contract");
        assertThat(run.exitCode()).as(run.output()).isOne();
        assertThat(run.output())
                .contains("the limit of 1500 ms was reached while waiting for the provider '" + PROVIDER
                        + "' to be opened")
                .contains(method + "(");
        assertThat(run.totals()).contains("0 promises", " 1 errors (0 tests");
    }

    @Test
    void whatCannotBeClosedEndsTheRun() throws Exception {
        Launched run = run("close:3", ".*(Table|LookUp|Hold)Contract");
        assertThat(run.exitCode()).as(run.output()).isOne();
        assertThat(run.output()).contains("not tested: preparing ").contains(" did not end");
        assertThat(run.output().split("the limit of 4500 ms was reached", -1)).hasSizeBetween(2, 5);
        assertThat(run.totals()).contains(" 1 failed");
    }
}
