/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A run of the whole TCK in a JVM of its own.
 *
 * @param name of the folder for what it leaves behind
 * @param provider the provider's class
 * @param classPath of the JVM
 * @param environment what is added to it
 * @param settings of the run: names and values
 * @param limitSeconds how long it may take
 */
record Trial(
        String name,
        Class<?> provider,
        String classPath,
        Map<String, String> environment,
        List<String> settings,
        int limitSeconds) {

    /** Runs the TCK, and returns what its report says. A JVM that fails to write one is no verdict. */
    Verdict run() throws IOException, InterruptedException {
        Path folder = ClassPath.target().resolve(name);
        Path report = folder.resolve("report.txt"); // the TCK's name for it
        Path output = folder.resolve("output.txt");
        Files.createDirectories(folder);
        Files.deleteIfExists(report);
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1"); // half of the time of such a short life goes into compiling
        command.add("-XX:+UseSerialGC");
        if (Runtime.version().feature() >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", classPath, TckMain.class.getName(), provider.getName(), folder.toString()));
        command.addAll(settings);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        boolean ended;
        try {
            ended = process.waitFor(limitSeconds, TimeUnit.SECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
        if (!ended || process.exitValue() != 0 || !Files.exists(report)) {
            throw new AssertionError("the TCK " + (ended ? "ended with " + process.exitValue() : "did not end") + ":\n"
                    + Files.readString(output));
        }
        return Verdict.read(Files.readAllLines(report));
    }
}
