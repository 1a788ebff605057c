/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signals4j.ProviderCandidate;
import org.signals4j.SignalInfo;
import org.signals4j.SignalStatistics;
import picocli.CommandLine.Help.Ansi;

/** Writes a diagnosis for people. */
final class TextDiagnosis {

    private TextDiagnosis() {}

    static void print(Diagnosis diagnosis, PrintWriter out, Ansi ansi) {
        Diagnosis.Platform platform = diagnosis.platform();
        Diagnosis.Java java = diagnosis.java();
        out.println("platform  " + platform.os() + " " + platform.version() + ", " + platform.arch());
        out.println("java      " + java.version() + ", " + java.vendor() + ", " + java.vm());
        out.println("provider  " + (diagnosis.provider() == null ? "none" : diagnosis.provider()));
        Table candidates = new Table("CANDIDATE", "PRIORITY", "CHOSEN", "WHY");
        for (ProviderCandidate each : diagnosis.candidates()) {
            candidates.row(each.name(), priority(each), each.chosen() ? "yes" : "no", each.reason());
        }
        candidates.print(out, ansi);
        Table signals = new Table("SIGNAL", "NR", "DEFAULT", "NOW", "ALLOWED", "DESCRIPTION", "OWNER, REASON");
        for (SignalInfo each : diagnosis.signals()) {
            signals.row(
                    each.signal().name(),
                    Integer.toString(each.number()),
                    Output.label(each.defaultAction()),
                    Output.label(each.disposition()),
                    each.allowed() ? "yes" : "no",
                    each.description(),
                    Stream.concat(each.owner().stream(), each.refusal().stream())
                            .collect(Collectors.joining(": ")));
        }
        signals.print(out, ansi);
        Table arrived = new Table("SIGNAL", "RECEIVED", "MERGED", "MISSED", "OVERFLOWED", "LOST");
        for (SignalInfo each : diagnosis.signals()) {
            SignalStatistics counted = each.statistics();
            if (!counted.equals(SignalStatistics.NONE)) {
                arrived.row(
                        each.signal().name(),
                        Long.toString(counted.received()),
                        Long.toString(counted.merged()),
                        Long.toString(counted.missed()),
                        Long.toString(counted.overflowed()),
                        Long.toString(counted.lost()));
            }
        }
        arrived.print(out, ansi);
    }

    private static String priority(ProviderCandidate candidate) {
        return Diagnosis.hasPriority(candidate) ? Integer.toString(candidate.priority()) : "-";
    }
}
