/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.signals4j.Signal;

/** A child JVM whose output and end can be waited for. */
public final class Child implements AutoCloseable {

    private final Environment environment;
    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    Child(Environment environment, Process process) {
        this.environment = environment;
        this.process = process;
        this.reader = new Thread(this::readLines, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    private void readLines() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                synchronized (lines) {
                    lines.add(line);
                }
            }
        } catch (IOException closed) {
            // The process was destroyed.
        }
    }

    public long pid() {
        return process.pid();
    }

    public List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    public List<String> linesWith(String start) {
        return lines().stream().filter(line -> line.startsWith(start)).toList();
    }

    /** Waits for a line that begins with a text, and returns it. */
    public String awaitLine(String start) {
        return awaitLines(start, 1).get(0);
    }

    /** Waits for some lines that begin with a text, and returns them. */
    public List<String> awaitLines(String start, int count) {
        Patience.await(
                "line '" + start + "' of child " + pid(),
                () -> this,
                child -> linesWith(start).size() >= count || (!process.isAlive() && !reader.isAlive()));
        List<String> found = linesWith(start);
        if (found.size() < count) {
            throw new AssertionError("the line '" + start + "' did not come from " + this);
        }
        return found;
    }

    /** Waits for a line that begins with a text, or else for the end: whether the line has come. */
    public boolean awaitLineOrEnd(String start) {
        Patience.await(
                "line '" + start + "' or the end of child " + pid(),
                () -> this,
                child -> !linesWith(start).isEmpty() || (!process.isAlive() && !reader.isAlive()));
        return !linesWith(start).isEmpty();
    }

    /** Waits until the system has stopped the child, where that can be seen. */
    public void awaitStopped() {
        Path state = Path.of("/proc", Long.toString(pid()), "stat");
        if (Files.exists(state)) {
            Patience.await("child " + pid() + " to be stopped", () -> {
                try {
                    return Files.readString(state).matches("(?s).*\\) T .*");
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    /** Sends a signal to the child from outside, and returns the sender's pid. */
    public long signal(Signal signal) {
        if (!process.isAlive()) {
            throw new AssertionError("no signal to what has ended: " + this);
        }
        Sender sender = environment.sender().orElseThrow(() -> new IllegalStateException("there is no outside sender"));
        return sender.send(pid(), signal, environment.number(signal));
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Has the child go on. */
    public void proceed() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    public void closeInput() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            throw new UncheckedIOException(toString(), e);
        }
    }

    /** Waits for the end: 128 and the number of the signal, if one has killed it. */
    public int exitCode() {
        try {
            if (!process.waitFor(Patience.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("waited " + Patience.limit().toMillis() + " ms for the end of " + this);
            }
            reader.join(Patience.limit().toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted while waiting for the end of " + this);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    @Override
    public String toString() {
        return "child " + process.pid() + (process.isAlive() ? "" : " (ended)") + ":\n" + String.join("\n", lines());
    }
}
