/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * The process of a contender in Java. Says {@code ready}, then answers each line of its input by one line, until the
 * input ends: {@code run PINGS PAUSE} by the latencies in nanoseconds, {@code allocated} by the bytes that the thread of
 * the handler has allocated. The floor, {@code floor.c}, understands {@code run} too.
 */
final class Worker {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Worker() {}

    public static void main(String[] args) throws IOException {
        PingPong pingPong = new PingPong();
        Contender.valueOf(args[0]).install(pingPong);
        System.out.println("ready");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            System.out.println(answer(pingPong, line.split(" ")));
        }
        // What a thread is stuck in must not keep this process.
        Runtime.getRuntime().halt(0);
    }

    private static String answer(PingPong pingPong, String[] words) {
        return switch (words[0]) {
            case "run" ->
                Arrays.stream(pingPong.run(Integer.parseInt(words[1]), Integer.parseInt(words[2])))
                        .mapToObj(Long::toString)
                        .collect(Collectors.joining(" "));
            case "allocated" ->
                Long.toString(
                        THREADS.getThreadAllocatedBytes(pingPong.handledBy().getId()));
            default -> throw new IllegalArgumentException(words[0]);
        };
    }
}
