/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;

/** The measurements, by name: {@code java -jar benchmarks.jar latency}. */
public final class Main {

    private static final String USAGE = """
            usage: java -jar benchmarks.jar latency [--rounds N] [--pings N] [--warmup N] [--pause MICROSECONDS] [--json FILE]
                   java -jar benchmarks.jar alloc   [--rounds N] [--pings N] [--warmup N] [--json FILE]
                   java -jar benchmarks.jar startup [--rounds N] [--json FILE]

              latency  from kill to the first line of the handler, for every contender in turn
              alloc    bytes allocated for each event on the thread that dispatches
              startup  from the launch of a JVM to its first handler installed

              --rounds how often each contender has its turn
              --pings  how many signals a turn has
              --warmup how many signals come before the first turn, and do not count
              --pause  how long the sender sleeps before each signal, on average
              --json   where to write the result as JSON too
            """;

    private Main() {}

    /**
     * Measures.
     *
     * @param args as the usage says
     * @throws IOException if a contender cannot be started, or the result not be written
     */
    public static void main(String[] args) throws IOException {
        System.exit(run(List.of(args), System.out, System.err));
    }

    /** Returns the exit code: 0, or 2 if the arguments are wrong. */
    static int run(List<String> args, PrintStream out, PrintStream err) throws IOException {
        try {
            if (args.isEmpty()) {
                throw new IllegalArgumentException("what is to be measured?");
            }
            Options options = Options.parse(args.subList(1, args.size()));
            Report report = switch (args.get(0)) {
                case "latency" -> LatencyBenchmark.run(options, out);
                case "alloc" -> AllocBenchmark.run(options);
                case "startup" -> StartupBenchmark.run(options);
                default -> throw new IllegalArgumentException("unknown: " + args.get(0));
            };
            out.print(report.table());
            if (options.json().isPresent()) {
                report.writeJson(options.json().get());
            }
            return 0;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.print(USAGE);
            return 2;
        }
    }
}
