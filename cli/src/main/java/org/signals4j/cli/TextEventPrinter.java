/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.io.PrintWriter;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import picocli.CommandLine.Help.Ansi;

/**
 * One aligned line for each event; what is not known is a dash. A terminal also gets colours and the columns' names.
 */
final class TextEventPrinter implements EventPrinter {

    // The longest name is SIGRTMIN+15, the longest causes of Linux have 13 letters: 80 columns in all.
    private static final String NAME = "%-11s";
    private static final String REST = " %2s %-13s %7s %5s %11s %6s %5s ";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    private final PrintWriter out;
    private final Ansi ansi;

    TextEventPrinter(PrintWriter out, Ansi ansi) {
        this.out = out;
        this.ansi = ansi;
    }

    @Override
    public void ready(long pid, String provider) {
        out.println("ready " + pid);
        if (ansi.enabled()) {
            String header = NAME.formatted("SIGNAL")
                    + REST.formatted("NR", "CAUSE", "PID", "UID", "VALUE", "STATUS", "COUNT")
                    + "TIME";
            out.println(ansi.string("@|faint " + header + "|@"));
        }
    }

    @Override
    public void event(SignalEvent event) {
        out.println(ansi.string("@|bold,green " + NAME.formatted(event.signal().name()) + "|@")
                + REST.formatted(
                        event.number(),
                        event.cause() == SignalCause.UNKNOWN ? "-" : Output.label(event.cause()),
                        text(event.pid()),
                        text(event.uid()),
                        text(event.value()),
                        text(event.childStatus()),
                        event.count())
                + ansi.string("@|faint " + TIME.format(event.time()) + "|@"));
    }

    private static String text(OptionalInt number) {
        return number.isPresent() ? Integer.toString(number.getAsInt()) : "-";
    }

    private static String text(OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : "-";
    }
}
