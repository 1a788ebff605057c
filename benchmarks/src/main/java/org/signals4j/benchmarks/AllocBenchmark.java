/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How many bytes the dispatch thread allocates for each event, when the JVM has compiled what it does. The handler
 * allocates nothing, and each signal is an event of its own, because the next is sent when its handler has run.
 */
final class AllocBenchmark {

    private static final int PAUSE_MICROS = 20;

    private AllocBenchmark() {}

    static Report run(Options options) {
        int rounds = options.rounds(5);
        int pings = options.pings(20_000);
        int warmUp = options.warmUp(20_000);
        List<Double> perEvent = new ArrayList<>();
        try (Child child = Contender.LINUX.start(null)) {
            child.run(warmUp, PAUSE_MICROS);
            for (int round = 0; round < rounds; round++) {
                long before = child.allocated();
                child.run(pings, PAUSE_MICROS);
                perEvent.add((child.allocated() - before) / (double) pings);
            }
        }
        Distribution bytes = Distribution.of(perEvent);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("contender", Contender.LINUX.label());
        row.put("bytesPerEvent", Report.rounded(bytes.median(), 1));
        row.put("lowest", Report.rounded(bytes.percentile(0), 1));
        row.put("highest", Report.rounded(bytes.percentile(100), 1));
        return new Report("alloc", Report.settings("rounds", rounds, "pings", pings, "warmUp", warmUp), List.of(row));
    }
}
