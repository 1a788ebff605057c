/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a JVM of its own, with the class path of the tests. Closing destroys it. */
final class ChildProgram implements AutoCloseable {

    /** Generous, since it only bounds what has gone wrong. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    /** So that a build that was started with signals ignored ({@code mvn verify &} in a script) does not hand that on. */
    private static final List<String> UNIGNORED = unignored();

    private final Process process;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> err = new CopyOnWriteArrayList<>();
    private final Thread errReader;
    private Thread outReader;

    private ChildProgram(List<String> command, boolean readOutput) throws IOException {
        List<String> all = new ArrayList<>(UNIGNORED);
        all.addAll(command);
        process = new ProcessBuilder(all).start();
        process.getOutputStream().close();
        errReader = read(process.getErrorStream(), err);
        if (readOutput) {
            outReader = read(process.getInputStream(), out);
        }
    }

    static ChildProgram start(String... args) throws IOException {
        return new ChildProgram(command(List.of(), args), true);
    }

    /** Starts it with more on the class path. */
    static ChildProgram startWith(Path classPath, String... args) throws IOException {
        return new ChildProgram(command(List.of(classPath.toString()), args), true);
    }

    /** Starts it with a signal ignored, as {@code nohup} does. */
    static ChildProgram startIgnoring(String signal, String... args) throws IOException {
        List<String> command = new ArrayList<>(List.of("sh", "-c", "trap '' " + signal + "; exec \"$@\"", "sh"));
        command.addAll(command(List.of(), args));
        return new ChildProgram(command, true);
    }

    /** Starts it without anybody who reads its output, until {@link #readLine} or {@link #closeOutput}. */
    static ChildProgram startUnread(String... args) throws IOException {
        return new ChildProgram(command(List.of(), args), false);
    }

    private static List<String> command(List<String> moreClassPath, String... args) {
        String testClasses = Path.of(System.getProperty("basedir", ""), "target", "test-classes")
                .toString();
        String classPath = Stream.concat(
                        Stream.of(
                                System.getProperty("jdk.module.path"),
                                System.getProperty("java.class.path"),
                                testClasses),
                        moreClassPath.stream())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED"); // which the program's own jar has in its manifest
        }
        command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", classPath, Main.class.getName()));
        command.addAll(List.of(args));
        return command;
    }

    /** Only GNU's {@code env} can do it; elsewhere the build must not be started like that. */
    private static List<String> unignored() {
        List<String> env = List.of("env", "--default-signal=HUP,INT,TERM");
        List<String> trial = new ArrayList<>(env);
        trial.add("true");
        try {
            Process process = new ProcessBuilder(trial).start();
            return process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) && process.exitValue() == 0 ? env : List.of();
        } catch (IOException | InterruptedException noEnv) {
            return List.of();
        }
    }

    private static Thread read(InputStream stream, List<String> lines) {
        Thread reader = new Thread(() -> {
            try (BufferedReader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                text.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException closed) {
                // The child was destroyed.
            }
        });
        reader.setDaemon(true);
        reader.start();
        return reader;
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it has written this many lines. */
    ChildProgram awaitLines(int number) {
        await().atMost(LIMIT).until(() -> out.size() >= number || !process.isAlive());
        assertThat(out).as("with on the standard error: %s", err).hasSizeGreaterThanOrEqualTo(number);
        return this;
    }

    ChildProgram awaitError(String text) {
        await().atMost(LIMIT).until(() -> err().contains(text));
        return this;
    }

    /** Sends it a signal, by the shell's own command. */
    void kill(String signal) throws IOException, InterruptedException {
        sh("kill -" + signal + " " + pid());
    }

    static void sh(String command) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("sh", "-c", command).inheritIO().start();
        assertThat(shell.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isZero();
    }

    /** Reads one line of an output that nobody reads. */
    String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = process.getInputStream().read(); next >= 0 && next != '\n'; ) {
            line.append((char) next);
            next = process.getInputStream().read();
        }
        return line.toString();
    }

    void closeOutput() throws IOException {
        process.getInputStream().close();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    /** Waits until it has ended and everything is read. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("ended; standard output: %s, standard error: %s", out, err)
                .isTrue();
        errReader.join(LIMIT.toMillis());
        if (outReader != null) {
            outReader.join(LIMIT.toMillis());
        }
        return process.exitValue();
    }

    List<String> out() {
        return out;
    }

    String err() {
        return String.join("\n", err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
