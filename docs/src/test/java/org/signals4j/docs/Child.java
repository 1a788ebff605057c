/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A program that runs in a JVM of its own. Ended at the latest by {@link #close()}. */
final class Child implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Process process;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Thread reader;

    /**
     * Starts it.
     *
     * @param provider the provider that it is to use
     */
    Child(String provider, Class<?> program) throws IOException {
        // What this JVM ignores, its children would ignore too: nohup, or '&' in a script, must make no difference
        // here.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("--enable-native-access=ALL-UNNAMED");
        command.add("-Dsignals4j.provider=" + provider);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        reader = new Thread(() -> {
            try (BufferedReader out = process.inputReader(UTF_8)) {
                out.lines().forEach(lines::add);
            } catch (IOException | RuntimeException ended) {
                // What was read until then is what there is.
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    void awaitLine(String line) {
        await().atMost(LIMIT).untilAsserted(() -> assertThat(lines).contains(line));
    }

    void send(String signal) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Gives the example the line that it waits for. */
    void pressEnter() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    int awaitExit() throws InterruptedException {
        assertThat(process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
        reader.join(LIMIT.toMillis());
        return process.exitValue();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
