/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/** A process with a time limit: its lines, its exit code, and signals to it. Closing it ends it. */
final class Child implements AutoCloseable {

    /** Generous, since it bounds only what hangs. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<String> command;
    private final Process process;
    private final Lines out;
    private final Lines err;

    private Child(List<String> command, Process process) {
        this.command = command;
        this.process = process;
        this.out = new Lines(process.getInputStream());
        this.err = new Lines(process.getErrorStream());
    }

    static Child start(List<String> command) {
        try {
            return new Child(command, new ProcessBuilder(command).start());
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** Runs a process to its end. */
    static Child run(List<String> command) {
        try (Child child = start(command)) {
            child.exitCode();
            return child;
        }
    }

    /** Runs a tool that has to succeed. */
    static Child runWell(List<String> command) {
        Child child = run(command);
        if (child.exitCode() != 0) {
            throw new AssertionError(child.toString());
        }
        return child;
    }

    long pid() {
        return process.pid();
    }

    /** The lines of the standard output so far; all of them after {@link #exitCode()}. */
    List<String> out() {
        return List.copyOf(out.lines);
    }

    /** The lines of the standard error output so far; all of them after {@link #exitCode()}. */
    List<String> err() {
        return List.copyOf(err.lines);
    }

    /** Waits for a line of the standard output, and returns the first that matches as a whole. */
    String awaitLine(String regex) {
        Pattern pattern = Pattern.compile(regex);
        try {
            return await().atMost(LIMIT)
                    .pollInterval(Duration.ofMillis(10))
                    .failFast(() -> !out.isAlive() && out.first(pattern).isEmpty())
                    .until(() -> out.first(pattern), Optional::isPresent)
                    .orElseThrow();
        } catch (ConditionTimeoutException | TerminalFailureException never) {
            throw new AssertionError("no line '" + regex + "' of " + this, never);
        }
    }

    /**
     * Sends a signal from another process.
     *
     * @param signal the name without its prefix
     * @return the pid of the sender
     */
    long kill(String signal) {
        // The shell's own kill: the sender is the shell, and no package is needed.
        return runWell(List.of("sh", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(pid())))
                .pid();
    }

    /** Closes its standard input, at whose end our programs leave {@code main}. */
    void endInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Waits for the end. Returns 128 and the number of the signal if one has ended the process. */
    int exitCode() {
        try {
            if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("still runs after " + LIMIT + ": " + this);
            }
            out.join(LIMIT.toMillis());
            err.join(LIMIT.toMillis());
            return process.exitValue();
        } catch (InterruptedException hurry) {
            throw new AssertionError("interrupted while waiting for " + this, hurry);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public String toString() {
        List<String> text = new ArrayList<>();
        text.add(String.join(" ", command)
                + (process.isAlive() ? " (runs)" : " (has ended: " + process.exitValue() + ")"));
        out.lines.forEach(line -> text.add("out| " + line));
        err.lines.forEach(line -> text.add("err| " + line));
        return String.join("\n", text);
    }

    private static final class Lines extends Thread {

        private final List<String> lines = new CopyOnWriteArrayList<>();
        private final InputStream input;

        Lines(InputStream input) {
            super("lines of a child");
            this.input = input;
            setDaemon(true);
            start();
        }

        Optional<String> first(Pattern pattern) {
            return lines.stream()
                    .filter(line -> pattern.matcher(line).matches())
                    .findFirst();
        }

        @Override
        public void run() {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    lines.add(line);
                }
            } catch (IOException closed) { // the child was ended while we read
                lines.add("(" + closed + ")");
            }
        }
    }
}
