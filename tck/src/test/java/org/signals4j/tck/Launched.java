/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.platform.console.ConsoleLauncher;

/**
 * A run of the TCK by JUnit's own program, in a JVM of its own, with the arguments that docs/example-provider/README.md
 * gives.
 */
record Launched(int exitCode, String output) {

    /** Generous, since it only bounds what has gone wrong. */
    private static final int LIMIT_SECONDS = 120;

    /**
     * Runs it until it ends.
     *
     * @param folder for its output
     * @param classes a pattern for the names of the classes of tests
     * @param provider the provider
     * @param more options of the JVM, which begin with {@code -D}, and arguments of the program
     */
    static Launched run(Path folder, String classes, String provider, String... more)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        for (String each : more) {
            if (each.startsWith("-D")) {
                command.add(each);
            }
        }
        command.addAll(List.of("-cp", classPath(), ConsoleLauncher.class.getName(), "execute"));
        command.addAll(List.of("--select-package=org.signals4j.tck.contract", "--include-classname=" + classes));
        command.add("--config=" + TckSettings.PROVIDER + "=" + provider);
        command.add("--config=" + TckSettings.PROCESSES + "=false");
        for (String each : more) {
            if (!each.startsWith("-D")) {
                command.add(each);
            }
        }
        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            boolean ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            assertThat(ended).as("it ends: %s", Files.readString(output)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Launched(process.exitValue(), Files.readString(output));
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path")
                + File.pathSeparator
                + System.getProperty("java.class.path");
    }

    /** Returns the line of the totals. */
    String totals() {
        return output.lines()
                .filter(line -> line.startsWith("signals4j TCK: "))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("there are no totals in " + output));
    }
}
