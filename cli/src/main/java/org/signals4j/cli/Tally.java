/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.signals4j.SignalEvent;

/** Counts what arrived, from the moment it is created. Safe for use by several threads. */
final class Tally {

    private final long start = System.nanoTime();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private boolean printed;

    synchronized void add(SignalEvent event) {
        counts.merge(event.signal().name(), event.count(), Long::sum);
    }

    synchronized long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Prints the summary, unless that was done. */
    synchronized void printOnce(PrintWriter err) {
        if (printed) {
            return;
        }
        printed = true;
        double seconds = (System.nanoTime() - start) / 1e9;
        String each = counts.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
        String signals = total() == 1 ? "1 signal" : total() + " signals";
        err.println(String.format(Locale.ROOT, "%s in %.1f s%s", signals, seconds, each.isEmpty() ? "" : ": " + each));
    }
}
