/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** {@code watch} as a process, with the provider that fits best here, and real signals. */
@DisabledOnOs(OS.WINDOWS)
class WatchProgramTest {

    @Test
    void showsSignalsOfAnotherProcess() throws Exception {
        try (ChildProgram watch =
                ChildProgram.start("watch", "--json", "--count", "3", "SIGUSR1", "SIGTERM", "SIGHUP")) {
            JsonText ready = JsonText.of(watch.awaitLines(1).out().get(0));
            assertThat(ready.fields("")).isEqualTo(Set.of("ready", "pid", "provider"));
            assertThat(ready.value("/pid")).isEqualTo(Long.toString(watch.pid()));
            watch.kill("USR1");
            watch.kill("TERM");
            watch.kill("HUP");
            assertThat(watch.exitCode()).isZero();
            assertThat(watch.out()).hasSize(4);
            List<JsonText> events =
                    watch.out().stream().skip(1).map(JsonText::of).toList();
            assertThat(events)
                    .extracting(event -> event.value("/signal"))
                    .containsExactlyInAnyOrder("SIGUSR1", "SIGTERM", "SIGHUP");
            assertThat(events)
                    .allSatisfy(event -> assertThat(event.fields(""))
                            .isEqualTo(Set.of(
                                    "signal", "number", "cause", "pid", "uid", "value", "status", "count", "time")));
            assertThat(watch.err()).startsWith("3 signals in ").contains("SIGUSR1 1", "SIGTERM 1", "SIGHUP 1");
        }
    }

    @Test
    void timeoutWithAndWithoutCount() throws Exception {
        try (ChildProgram alone = ChildProgram.start("watch", "--timeout", "100ms");
                ChildProgram counting = ChildProgram.start("watch", "--timeout", "100ms", "--count", "1")) {
            assertThat(alone.exitCode()).isZero();
            assertThat(alone.err()).startsWith("0 signals in ");
            assertThat(counting.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
        }
    }

    @Test
    void oneInterruptEndsItWhereItIsNotWatched() throws Exception {
        try (ChildProgram watch = ChildProgram.start("watch", "USR1")) {
            watch.awaitLines(1).kill("USR1");
            watch.awaitLines(2).kill("INT");
            assertThat(watch.exitCode()).isEqualTo(ExitCodes.INTERRUPTED);
            assertThat(watch.err()).startsWith("1 signal in ").endsWith(": SIGUSR1 1");
        }
    }

    @Test
    void terminationIsTheJvmsWhereItIsNotWatched() throws Exception {
        try (ChildProgram watch = ChildProgram.start("watch", "USR1")) {
            watch.awaitLines(1).kill("TERM");
            assertThat(watch.exitCode()).isEqualTo(143);
            assertThat(watch.err()).startsWith("0 signals in ");
        }
    }

    @Test
    void secondInterruptEndsItWhereItIsWatched() throws Exception {
        try (ChildProgram watch = ChildProgram.start("watch")) {
            watch.awaitLines(1).kill("TERM");
            watch.awaitLines(2).kill("INT");
            watch.awaitLines(3).awaitError("again within 2 seconds").kill("INT");
            assertThat(watch.exitCode()).isEqualTo(ExitCodes.INTERRUPTED);
            assertThat(watch.out()).hasSize(4);
            assertThat(watch.err()).contains("3 signals in ", "SIGTERM 1, SIGINT 2");
        }
    }

    @Test
    void secondInterruptEndsItEvenIfNobodyReadsTheOutput() throws Exception {
        try (ChildProgram watch = ChildProgram.startUnread("watch", "--json", "USR1", "HUP", "INT")) {
            assertThat(watch.readLine()).contains("\"ready\":true");
            // More than the 64 KiB that a pipe holds, if each makes a line; that some are merged in the end does not
            // matter.
            ChildProgram.sh("i=0; while [ $i -lt 3000 ]; do kill -USR1 " + watch.pid() + "; kill -HUP " + watch.pid()
                    + "; i=$((i+1)); done");
            // Two that come too close together are one to the kernel, so more than two are sent.
            Awaitility.await("end").atMost(ChildProgram.LIMIT).until(() -> {
                ChildProgram.sh("kill -INT " + watch.pid() + " 2>/dev/null || true");
                return !watch.isRunning();
            });
            assertThat(watch.exitCode()).isEqualTo(ExitCodes.INTERRUPTED);
        }
    }

    @Test
    void outputThatNobodyReadsAnyMoreEndsIt() throws Exception {
        try (ChildProgram watch = ChildProgram.startUnread("watch", "USR1")) {
            assertThat(watch.readLine()).startsWith("ready ");
            watch.closeOutput();
            watch.kill("USR1");
            assertThat(watch.exitCode()).isEqualTo(ExitCodes.FAILED);
            assertThat(watch.err())
                    .containsOnlyOnce("signals4j: cannot write to the standard output")
                    .contains("1 signal in ");
        }
    }

    @Test
    void inheritedIgnoreStaysUnlessItCanBeOverridden() throws Exception {
        try (ChildProgram watch = ChildProgram.startIgnoring("HUP", "watch", "--count", "1")) {
            watch.awaitLines(1).kill("HUP");
            assertThat(watch.err()).containsOnlyOnce("SIGHUP").contains("SIGHUP stays ignored");
            watch.kill("USR1");
            assertThat(watch.exitCode()).isZero();
            assertThat(watch.out()).hasSize(2);
            assertThat(watch.out().get(1)).startsWith("SIGUSR1 ");
        }
    }

    @Test
    void mistakesAreExplainedWithoutAStackTrace() throws Exception {
        try (ChildProgram name = ChildProgram.start("watch", "SIGURS1");
                ChildProgram provider = ChildProgram.start("list", "--provider", "nosuch");
                ChildProgram debug = ChildProgram.start("watch", "SIGURS1", "--debug")) {
            assertThat(name.exitCode()).isEqualTo(ExitCodes.USAGE);
            assertThat(name.err()).isEqualTo("signals4j: there is no signal 'SIGURS1'; did you mean SIGUSR1?");
            assertThat(provider.exitCode()).isEqualTo(ExitCodes.USAGE);
            assertThat(provider.err()).contains("'nosuch'").doesNotContain("\tat ");
            assertThat(debug.exitCode()).isEqualTo(ExitCodes.USAGE);
            assertThat(debug.err()).contains("\tat ");
        }
    }
}
