/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Proofs that come in a short form, in the tests, and a long one, by {@code main}: the first argument is the name of a
 * run, the others are its numbers. Without arguments, all of them with the numbers that the project promises.
 */
public final class LongRuns {

    /** Values by second that have to arrive where there is nothing in the way. */
    private static final int SPEED = 150_000;

    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final Map<String, Consumer<List<Integer>>> RUNS = Map.of(
            "flood", numbers -> flood(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3)),
            "rounds", numbers -> rounds(numbers.get(0)),
            "timer", numbers -> timer(numbers.get(0), numbers.get(1)),
            "storm", numbers -> storm(numbers.get(0)),
            "raise", numbers -> raise(numbers.get(0)));

    private static final List<List<String>> ALL = List.of(
            List.of("flood", "1000000", "0", "0", "" + SPEED),
            List.of("flood", "1000000", "4096", "0", "0"),
            List.of("flood", "1000000", "0", "2000", "0"),
            List.of("flood", "1000000", "4096", "2000", "0"),
            List.of("rounds", "100000"),
            List.of("timer", "50", "100"),
            List.of("storm", "20"),
            List.of("raise", "100000"));

    private LongRuns() {}

    /**
     * Does the runs.
     *
     * @param arguments a name and numbers, or nothing
     */
    public static void main(String[] arguments) {
        for (List<String> run : arguments.length == 0 ? ALL : List.of(List.of(arguments))) {
            System.out.println("run " + String.join(" ", run));
            List<Integer> numbers = new ArrayList<>();
            run.subList(1, run.size()).forEach(number -> numbers.add(Integer.valueOf(number)));
            RUNS.get(run.get(0)).accept(numbers);
        }
    }

    /**
     * Another process queues values as fast as it can, and each has to arrive once.
     *
     * @param values how many
     * @param pipe the size of the pipe in bytes, or 0 for the default
     * @param stuckMillis for how long the handler is stuck with the first
     * @param speed how many have to arrive in a second
     */
    static void flood(int values, int pipe, int stuckMillis, int speed) {
        try (ChildJvm taker = ChildJvm.of("flood")
                        .prefix(AnotherUser.prefix())
                        .arguments(values, pipe, stuckMillis)
                        .start();
                ChildJvm sender = floodSender(taker, values)) {
            assertThat(taker.exitCode(LIMIT)).as(taker.toString()).isZero();
            System.out.println(String.join("\n", taker.lines()));
            assertThat(taker.awaitLine("result "))
                    .isEqualTo("result arrived=" + values + " duplicates=0 received=" + values + " missed=0 lost=0");
            assertThat(taker.lines()).contains("other masks {}");
            assertThat(sender.exitCode()).as(sender.toString()).isZero();
            String perSecond = taker.awaitLine("speed ").replaceAll(".*perSecond=([0-9]+) .*", "$1");
            assertThat(Integer.parseInt(perSecond)).isGreaterThanOrEqualTo(speed);
        }
    }

    private static ChildJvm floodSender(ChildJvm taker, int values) {
        taker.awaitLine("ready");
        return ChildJvm.of("flood-sender").arguments(taker.pid(), values).start();
    }

    /**
     * A process holds a signal and waits for it, while another sends it, again and again: none may be missed, and none
     * may have its default action, which is the end.
     *
     * @param rounds how often
     */
    static void rounds(int rounds) {
        try (ChildJvm child = ChildJvm.of("rounds").arguments(rounds).start()) {
            assertThat(child.exitCode(LIMIT)).as(child.toString()).isZero();
            System.out.println(String.join("\n", child.lines()));
            assertThat(child.lines()).contains("rounds " + rounds + " received " + rounds);
        }
    }

    /**
     * A periodic timer is never early.
     *
     * @param times how often it is to fire
     * @param period in milliseconds
     */
    static void timer(int times, int period) {
        try (ChildJvm child =
                ChildJvm.of("periodic-timer").arguments(times, period).start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            System.out.println(String.join("\n", child.lines()));
            assertThat(child.lines()).contains("fired " + times + " early 0");
        }
    }

    /**
     * Signals to every thread of a JVM that is busy, under each collector and compiler: what was received has to be what
     * was counted.
     *
     * @param seconds for how long, each
     */
    static void storm(int seconds) {
        for (String option : List.of("-XX:+UseG1GC", "-XX:+UseZGC", "-XX:+UseSerialGC", "-Xint", "-Xcomp")) {
            try (ChildJvm child =
                    ChildJvm.of("storm").jvm(option).arguments(seconds).start()) {
                assertThat(child.exitCode(LIMIT)).as(option + child).isZero();
                for (String kind : List.of("standard ", "realtime ")) {
                    String line = child.awaitLine(kind);
                    System.out.println(option + " " + line);
                    assertThat(line).matches(kind + "([1-9][0-9]*) of \\1");
                }
            }
        }
    }

    /**
     * Every one of many raised signals is counted.
     *
     * @param times how many
     */
    static void raise(int times) {
        try (ChildJvm child =
                ChildJvm.of("raise").jvm("-Xcheck:jni").arguments(times).start()) {
            assertThat(child.exitCode(LIMIT)).as(child.toString()).isZero();
            System.out.println(child.awaitLine("counted"));
            assertThat(child.awaitLine("counted")).isEqualTo("counted " + times + " of " + times);
        }
    }
}
