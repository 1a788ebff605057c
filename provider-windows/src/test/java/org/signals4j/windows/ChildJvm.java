/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM that runs one of the {@link Scenarios}, because it may end by what is tested. */
final class ChildJvm implements AutoCloseable {

    /** The option of a JVM that lets nobody call native code. */
    static final String DENY = "--illegal-native-access=deny";

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Path output;
    private final Process process;

    private ChildJvm(List<String> command) {
        try {
            output = Files.createTempFile("child-jvm", ".txt");
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChildJvm start(String scenario, String... jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        List<String> options = List.of(jvmOptions);
        if (Runtime.version().feature() >= 24 && !options.contains(DENY)) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Scenarios.class.getName(), scenario));
        return new ChildJvm(command);
    }

    /** Everything that this JVM has on any path, and the tests, which on the module path are patched in. */
    private static String classPath() {
        URI tests = URI.create(Scenarios.class.getResource("Scenarios.class").toString());
        return Path.of(tests.resolve("../../../"))
                + File.pathSeparator
                + System.getProperty("jdk.module.path", "")
                + File.pathSeparator
                + System.getProperty("java.class.path");
    }

    int pid() {
        return (int) process.pid();
    }

    void awaitOutput(String text) {
        await().atMost(LIMIT).until(() -> output().contains(text) || !process.isAlive());
        assertThat(output()).contains(text);
    }

    /** Waits for the end and returns the exit code. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS))
                .as("ends; it said: %s", output())
                .isTrue();
        return process.exitValue();
    }

    List<String> lines() {
        return output().lines().toList();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        // Windows lets go of the files of a process a little after its end.
        await().atMost(LIMIT).ignoreExceptions().until(() -> !Files.exists(output) || Files.deleteIfExists(output));
    }
}
