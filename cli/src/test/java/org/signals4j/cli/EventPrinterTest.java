/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.signals4j.RealtimeSignal;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import org.signals4j.StandardSignal;
import picocli.CommandLine.Help.Ansi;

class EventPrinterTest {

    private static final Instant TIME = Instant.parse("2026-11-23T12:00:00.123456Z");

    private static final SignalEvent BARE = TestEvent.withoutDetail(StandardSignal.SIGHUP, 1, 3, TIME);

    private static final SignalEvent QUEUED = new TestEvent(
            new RealtimeSignal(15),
            49,
            SignalCause.QUEUE,
            OptionalLong.of(4194304),
            OptionalLong.of(65534),
            OptionalInt.of(Integer.MIN_VALUE),
            OptionalInt.empty(),
            1,
            TIME);

    private static final SignalEvent CHILD = new TestEvent(
            StandardSignal.SIGCHLD,
            17,
            SignalCause.CHILD_EXITED,
            OptionalLong.of(7),
            OptionalLong.of(4294967295L),
            OptionalInt.empty(),
            OptionalInt.of(5),
            1,
            TIME);

    private final StringWriter written = new StringWriter();
    private final PrintWriter out = new PrintWriter(written, true);

    @Test
    void jsonHasEveryFieldAndNullForWhatIsNotKnown() {
        EventPrinter printer = new JsonEventPrinter(out);
        printer.ready(4711, "fake");
        printer.event(BARE);
        printer.event(QUEUED);
        printer.event(CHILD);
        assertThat(lines())
                .containsExactly(
                        "{\"ready\":true,\"pid\":4711,\"provider\":\"fake\"}",
                        "{\"signal\":\"SIGHUP\",\"number\":1,\"cause\":null,\"pid\":null,\"uid\":null,\"value\":null,"
                                + "\"status\":null,\"count\":3,\"time\":\"2026-11-23T12:00:00.123456Z\"}",
                        "{\"signal\":\"SIGRTMIN+15\",\"number\":49,\"cause\":\"queue\",\"pid\":4194304,\"uid\":65534,"
                                + "\"value\":-2147483648,\"status\":null,\"count\":1,"
                                + "\"time\":\"2026-11-23T12:00:00.123456Z\"}",
                        "{\"signal\":\"SIGCHLD\",\"number\":17,\"cause\":\"child-exited\",\"pid\":7,\"uid\":4294967295,"
                                + "\"value\":null,\"status\":5,\"count\":1,\"time\":\"2026-11-23T12:00:00.123456Z\"}");
    }

    @Test
    void textIsAligned() {
        EventPrinter printer = new TextEventPrinter(out, Ansi.OFF);
        printer.ready(4711, "fake");
        printer.event(BARE);
        printer.event(QUEUED);
        String time =
                LocalTime.ofInstant(TIME, ZoneId.systemDefault()).toString().substring(0, 12);
        assertThat(lines())
                .containsExactly(
                        "ready 4711",
                        "SIGHUP       1 -                   -     -           -      -     3 " + time,
                        "SIGRTMIN+15 49 queue         4194304 65534 -2147483648      -     1 " + time);
        assertThat(lines().get(2)).hasSize(80);
    }

    @Test
    void terminalGetsColoursAndTheColumnsNames() {
        EventPrinter printer = new TextEventPrinter(out, Ansi.ON);
        printer.ready(4711, "fake");
        printer.event(BARE);
        assertThat(lines()).hasSize(3);
        assertThat(lines().get(0)).isEqualTo("ready 4711");
        assertThat(lines().get(1)).contains("\u001b[", "SIGNAL      NR CAUSE ", "TIME");
        assertThat(lines().get(2)).startsWith("\u001b[").contains("SIGHUP");
    }

    private List<String> lines() {
        return written.toString().lines().toList();
    }
}
