/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A run of the program inside of the test's JVM. */
final class Program {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CompletableFuture<Integer> code;

    private Program(Writer target, String... args) {
        PrintWriter output = new PrintWriter(target == null ? out : target, true);
        code = CompletableFuture.supplyAsync(() -> Main.run(output, new PrintWriter(err, true), args), task -> {
            Thread thread = new Thread(task, "program under test");
            thread.setDaemon(true);
            thread.start();
        });
    }

    /** Runs it until it ends. */
    static Program run(String... args) {
        Program program = start(args);
        program.exitCode();
        return program;
    }

    static Program start(String... args) {
        return new Program(null, args);
    }

    static Program startWithOutput(Writer target, String... args) {
        return new Program(target, args);
    }

    /** Waits until it has written this many lines. */
    Program awaitLines(int number) {
        await().atMost(LIMIT).until(() -> out().size() >= number);
        return this;
    }

    Program awaitError(String text) {
        await().atMost(LIMIT).until(() -> err().contains(text));
        return this;
    }

    int exitCode() {
        return code.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
    }

    boolean isRunning() {
        return !code.isDone();
    }

    List<String> out() {
        return out.toString().lines().toList();
    }

    String err() {
        return err.toString();
    }
}
