/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long it is from kill to the first line of the handler. All contenders are there from the beginning to the end and
 * take short turns, each round in another order, so that what else the machine does hits all of them alike. What counts
 * is the ratio to the floor in the same round.
 */
final class LatencyBenchmark {

    private static final int WARM_UP_PAUSE_MICROS = 20;

    private LatencyBenchmark() {}

    static Report run(Options options, PrintStream out) throws IOException {
        int rounds = options.rounds(60);
        int pings = options.pings(100);
        int warmUp = options.warmUp(20_000);
        int pause = options.pauseMicros(200);
        Path folder = Files.createTempDirectory("signals4j-benchmarks");
        Map<Contender, Child> children = new EnumMap<>(Contender.class);
        try {
            Optional<Path> floor = Floor.compile(folder);
            if (floor.isEmpty()) {
                out.println("There is no C compiler (cc, gcc, clang): no floor, and no ratio to it.");
            }
            for (Contender contender : Contender.values()) {
                if (contender != Contender.FLOOR || floor.isPresent()) {
                    children.put(contender, contender.start(floor.orElse(null)));
                }
            }
            children.values().forEach(child -> child.run(warmUp, WARM_UP_PAUSE_MICROS));
            Map<Contender, List<long[]>> turns = takeTurns(children, rounds, pings, pause);
            return new Report(
                    "latency",
                    Report.settings("rounds", rounds, "pings", pings, "warmUp", warmUp, "pauseMicros", pause),
                    rows(turns));
        } finally {
            children.values().forEach(Child::close);
            delete(folder);
        }
    }

    private static Map<Contender, List<long[]>> takeTurns(
            Map<Contender, Child> children, int rounds, int pings, int pause) {
        Map<Contender, List<long[]>> turns = new EnumMap<>(Contender.class);
        List<Contender> order = new ArrayList<>(children.keySet());
        for (int round = 0; round < rounds; round++) {
            Collections.shuffle(order);
            for (Contender contender : order) {
                turns.computeIfAbsent(contender, each -> new ArrayList<>())
                        .add(children.get(contender).run(pings, pause));
            }
        }
        return turns;
    }

    private static List<Map<String, Object>> rows(Map<Contender, List<long[]>> turns) {
        List<long[]> floor = turns.get(Contender.FLOOR);
        List<Map<String, Object>> rows = new ArrayList<>();
        turns.forEach((contender, own) -> {
            Distribution all = Distribution.ofSlices(own);
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("contender", contender.label());
            for (int percent : new int[] {50, 90, 99}) {
                row.put("p" + percent + "Micros", Report.rounded(all.percentile(percent) / 1_000, 1));
            }
            Distribution ratios = floor == null ? null : ratios(own, floor);
            row.put("ratio", ratios == null ? null : Report.rounded(ratios.median(), 2));
            row.put("ratioLow", ratios == null ? null : Report.rounded(ratios.percentile(10), 2));
            row.put("ratioHigh", ratios == null ? null : Report.rounded(ratios.percentile(90), 2));
            row.put("what", contender.description());
            rows.add(row);
        });
        return rows;
    }

    /** Of the medians, round by round. */
    private static Distribution ratios(List<long[]> own, List<long[]> floor) {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < own.size(); round++) {
            ratios.add(Distribution.of(own.get(round)).median()
                    / Distribution.of(floor.get(round)).median());
        }
        return Distribution.of(ratios);
    }

    private static void delete(Path folder) throws IOException {
        for (String file : Arrays.asList("floor", "floor.c", "")) {
            Files.deleteIfExists(folder.resolve(file));
        }
    }
}
