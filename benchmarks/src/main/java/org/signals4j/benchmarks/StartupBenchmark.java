/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long it is from the launch of a JVM until it says that its handler is installed, again and again in turn. */
final class StartupBenchmark {

    private StartupBenchmark() {}

    static Report run(Options options) {
        int rounds = options.rounds(20);
        Map<Startup, List<Double>> millis = new EnumMap<>(Startup.class);
        List<Startup> order = new ArrayList<>(List.of(Startup.values()));
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order);
            for (Startup startup : order) {
                millis.computeIfAbsent(startup, each -> new ArrayList<>()).add(launch(startup));
            }
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        millis.forEach((startup, own) -> {
            Distribution times = Distribution.of(own);
            Distribution ratios = Distribution.of(ratios(own, millis.get(Startup.JNA)));
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("contender", startup.label());
            row.put("medianMillis", Report.rounded(times.median(), 1));
            row.put("p10Millis", Report.rounded(times.percentile(10), 1));
            row.put("p90Millis", Report.rounded(times.percentile(90), 1));
            row.put("ratio", Report.rounded(ratios.median(), 2));
            row.put("ratioLow", Report.rounded(ratios.percentile(10), 2));
            row.put("ratioHigh", Report.rounded(ratios.percentile(90), 2));
            row.put("what", startup.description());
            rows.add(row);
        });
        return new Report("startup", Report.settings("rounds", rounds), rows);
    }

    private static double launch(Startup startup) {
        long before = System.nanoTime();
        try (Child child = Child.start(startup.command())) {
            return (System.nanoTime() - before) / (double) TimeUnit.MILLISECONDS.toNanos(1);
        }
    }

    private static List<Double> ratios(List<Double> own, List<Double> base) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < own.size(); round++) {
            ratios.add(own.get(round) / base.get(round));
        }
        return ratios;
    }
}
