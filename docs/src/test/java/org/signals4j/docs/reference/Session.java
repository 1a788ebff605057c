/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Plays a transcript with its example in a JVM of its own, and compares what that prints, line by line. */
final class Session implements AutoCloseable {

    /** Generous, since it bounds only what hangs. */
    private static final long LIMIT_SECONDS = 60;

    private static final String END = "(the end)";
    private static final String CTRL_C = "^C";

    private final Transcript transcript;
    private final Process process;
    private final BlockingQueue<String> output = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private Session(Transcript transcript) throws IOException {
        this.transcript = transcript;
        process = new ProcessBuilder(command()).redirectErrorStream(true).start();
        Thread reader = new Thread(this::read, "output of " + transcript);
        reader.setDaemon(true);
        reader.start();
    }

    static void play(Transcript transcript) throws Exception {
        try (Session session = new Session(transcript)) {
            for (String step : transcript.steps()) {
                session.play(step);
            }
            session.expect(END);
            assertThat(session.process.waitFor()).isEqualTo(transcript.exitCode());
        }
    }

    private List<String> command() {
        // What this JVM ignores, its children would ignore too: nohup, or '&' in a script, must make no difference.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM"));
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Djdk.console=java.base", // JDK 22 to 24 have a console even where there is no terminal
                "-cp",
                System.getProperty("java.class.path"),
                Session.class.getPackageName() + "." + transcript.program());
        if (transcript.onTerminal()) {
            command.addAll(List.of("script", "-qec", "exec '" + String.join("' '", java) + "'", "/dev/null"));
        } else {
            command.addAll(java);
        }
        return command;
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(UTF_8)) {
            reader.lines().forEach(output::add);
        } catch (IOException | RuntimeException closed) {
            // The child was ended while we read.
        }
        output.add(END);
    }

    private void play(String step) throws Exception {
        if (step.startsWith("$ kill ")) {
            kill(step.substring(2));
        } else if (step.startsWith(">")) {
            type(step.substring(1).strip());
        } else {
            expect(step);
        }
    }

    private void kill(String command) throws Exception {
        String line = command.replace("{pid}", Long.toString(process.pid()));
        assertThat(new ProcessBuilder("sh", "-c", line).inheritIO().start().waitFor())
                .as(line)
                .isZero();
    }

    private void type(String text) throws IOException {
        OutputStream input = process.getOutputStream();
        if (text.equals(CTRL_C)) {
            input.write(3);
        } else {
            input.write((text + "\n").getBytes(UTF_8));
        }
        input.flush();
    }

    private void expect(String line) throws InterruptedException {
        String next = output.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(next).as("%s after %s", transcript, seen).isNotNull().matches(pattern(line));
        seen.add(next);
    }

    /** The line itself, but that the placeholders stand for what is different each time. */
    private Pattern pattern(String line) {
        return Pattern.compile(Pattern.quote(line)
                .replace("{pid}", Long.toString(process.pid()))
                .replace("{handler}", "\\E\\S*" + transcript.program() + "\\$\\$Lambda\\S*\\Q"));
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly().onExit().join();
        process.getOutputStream().close();
    }
}
