/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.signals4j.RealtimeSignal;
import org.signals4j.SignalInfo;
import org.signals4j.SignalSystem;

/** Prints what a provider says of its signals, as rows of a table; of the real-time ones only those that are refused. */
final class SignalRows {

    private SignalRows() {}

    public static void main(String[] args) {
        SignalSystem system = SignalSystem.open();
        system.signals().stream()
                .map(system::info)
                .filter(each -> !(each.signal() instanceof RealtimeSignal) || !each.allowed())
                .map(SignalRows::row)
                .forEach(System.out::println);
    }

    private static String row(SignalInfo info) {
        return Stream.of(
                        info.signal().name().substring("SIG".length()),
                        Integer.toString(info.number()),
                        info.defaultAction().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        info.allowed() ? "yes" : "no",
                        Stream.concat(info.owner().stream(), info.refusal().stream())
                                .collect(Collectors.joining(": ")))
                .map(cell -> cell.isEmpty() ? "| " : "| " + cell + " ")
                .collect(Collectors.joining("", "", "|"));
    }
}
