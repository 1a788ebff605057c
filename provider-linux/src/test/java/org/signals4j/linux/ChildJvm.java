/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A JVM of its own that runs one of the {@link Scenarios}, and whose output and end can be waited for. */
final class ChildJvm implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final List<String> lines = new ArrayList<>();
    private final Thread reader;

    private ChildJvm(Process process) {
        this.process = process;
        this.reader = new Thread(this::readLines, "output of " + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    /** What is to be started. */
    static final class Launch {

        private final String scenario;
        private final List<String> prefix = new ArrayList<>();
        private final List<String> jvm = new ArrayList<>(List.of("-XX:-UsePerfData", "-Xmx256m"));
        private final List<String> environment = new ArrayList<>();
        private final List<String> arguments = new ArrayList<>();

        private Launch(String scenario) {
            this.scenario = scenario;
            if (Emulated.BY_QEMU) {
                jvm.add("-Dsignals4j.test.emulated=true");
            }
            if (Runtime.version().feature() >= 24) {
                jvm.add("--enable-native-access=ALL-UNNAMED");
            }
        }

        Launch prefix(String... words) {
            prefix.addAll(List.of(words));
            return this;
        }

        Launch jvm(String... options) {
            jvm.addAll(List.of(options));
            return this;
        }

        Launch without(String option) {
            jvm.remove(option);
            return this;
        }

        Launch environment(String name, String value) {
            environment.add(name + "=" + value);
            return this;
        }

        Launch arguments(Object... values) {
            Arrays.stream(values).map(Object::toString).forEach(arguments::add);
            return this;
        }

        ChildJvm start() {
            List<String> command = new ArrayList<>(prefix);
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(jvm);
            command.addAll(List.of("-cp", classPath(), Scenarios.class.getName(), scenario));
            command.addAll(arguments);
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().remove("JAVA_TOOL_OPTIONS");
            for (String each : environment) {
                builder.environment().put(each.split("=", 2)[0], each.split("=", 2)[1]);
            }
            try {
                return new ChildJvm(builder.start());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Launch of(String scenario) {
        return new Launch(scenario);
    }

    /** All that this JVM sees, modules and classes, as one class path. */
    private static String classPath() {
        List<String> parts = new ArrayList<>();
        parts.add(System.getProperty("jdk.module.path", ""));
        parts.add(Path.of("target", "test-classes").toAbsolutePath().toString());
        parts.add(System.getProperty("java.class.path"));
        return String.join(File.pathSeparator, parts);
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

    int pid() {
        return Math.toIntExact(process.pid());
    }

    List<String> descriptors() {
        return List.of(new File("/proc/" + pid() + "/fd").list());
    }

    List<String> lines() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    /** Waits for a line that begins with a text, and returns it. */
    String awaitLine(String start) {
        return awaitLines(start, 1).get(0);
    }

    /** Waits for some lines that begin with a text, and returns them. */
    List<String> awaitLines(String start, int count) {
        return Awaitility.await("line '" + start + "' in " + this)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(5))
                .until(
                        () -> {
                            List<String> found = linesWith(start);
                            if (found.size() < count && !process.isAlive() && !reader.isAlive()) {
                                assertThat(linesWith(start)).as(this.toString()).hasSizeGreaterThanOrEqualTo(count);
                            }
                            return found;
                        },
                        found -> found.size() >= count);
    }

    List<String> linesWith(String start) {
        return lines().stream().filter(line -> line.startsWith(start)).toList();
    }

    /** Sends a signal to the child, as another process. */
    ChildJvm signal(LinuxSignals signal) {
        assertThat(process.isAlive()).as(this.toString()).isTrue();
        assertThat(NativeAccess.libc().kill(pid(), signal.number())).isZero();
        return this;
    }

    /** Has the child, which reads its standard input for that, go on. */
    void proceed() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(this.toString(), e);
        }
    }

    /** Waits for the end: 128 and the number of the signal, if one has killed it. */
    int exitCode() {
        return exitCode(LIMIT);
    }

    int exitCode(Duration limit) {
        try {
            boolean ended = process.waitFor(limit.toSeconds(), TimeUnit.SECONDS);
            assertThat(ended).as("end of " + this).isTrue();
            reader.join(limit.toMillis());
            return process.exitValue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
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
