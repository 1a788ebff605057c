/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.signals4j.Signal;

/** Sends signals from another process, by a command. */
public final class Sender {

    private final String template;

    private Sender(String template) {
        this.template = template;
    }

    static Optional<Sender> of(Optional<String> template) {
        return template.or(() -> isWindows() ? Optional.empty() : Optional.of("kill -{number} {pid}"))
                .filter(text -> !text.isBlank())
                .map(Sender::new);
    }

    static boolean isWindows() {
        return System.getProperty("os.name").startsWith("Windows");
    }

    /** Sends, and returns the pid of the process that did. */
    public long send(long pid, Signal signal, int number) {
        if (pid <= 1) {
            throw new IllegalArgumentException("never to pid " + pid);
        }
        List<String> command = new ArrayList<>();
        for (String word : template.split(" ")) {
            command.add(word.replace("{pid}", Long.toString(pid))
                    .replace("{signal}", signal.name())
                    .replace("{number}", Integer.toString(number)));
        }
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            if (!process.waitFor(Patience.limit().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the sender did not end: " + command);
            }
            if (process.exitValue() != 0) {
                throw new AssertionError("the sender " + command + " has failed: "
                        + new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            }
            return process.pid();
        } catch (IOException e) {
            throw new UncheckedIOException("sender " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
