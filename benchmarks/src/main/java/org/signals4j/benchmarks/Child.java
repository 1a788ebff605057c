/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that answers lines by lines. It has a time limit for each, and ends when this is closed. */
final class Child implements AutoCloseable {

    private static final long LIMIT_SECONDS = 60;

    private final Process process;
    private final BufferedReader output;
    private final PrintStream input;

    private Child(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        this.input = new PrintStream(process.getOutputStream(), true, StandardCharsets.UTF_8);
    }

    /** The command that runs a class of ours in a JVM like this one. */
    static List<String> java(Class<?> main, String... args) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** Starts a process and waits until it says that it is ready. */
    static Child start(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            Child child = new Child(process);
            child.expectReady();
            return child;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private void expectReady() {
        try {
            String line = readLine(LIMIT_SECONDS);
            if (!line.equals("ready")) {
                throw new IllegalStateException("not ready, but " + line);
            }
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /** Sends some signals, and returns the nanoseconds that each took. */
    long[] run(int pings, int pauseMicros) {
        input.println("run " + pings + " " + pauseMicros);
        long expected = TimeUnit.MICROSECONDS.toSeconds((long) pings * pauseMicros);
        String line = readLine(LIMIT_SECONDS + 2 * expected);
        long[] nanos = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
        if (nanos.length != pings) {
            throw new IllegalStateException(nanos.length + " latencies of " + pings);
        }
        return nanos;
    }

    /** Returns how many bytes the thread that handles the signals has allocated so far. */
    long allocated() {
        input.println("allocated");
        return Long.parseLong(readLine(LIMIT_SECONDS));
    }

    private String readLine(long seconds) {
        try {
            String line = CompletableFuture.supplyAsync(this::readLine).get(seconds, TimeUnit.SECONDS);
            if (line == null) {
                throw new IllegalStateException("has ended: " + process.info());
            }
            return line;
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("no answer: " + process.info(), failed);
        }
    }

    private String readLine() {
        try {
            return output.readLine();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
