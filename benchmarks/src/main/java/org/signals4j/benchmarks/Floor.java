/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The program in C that everything is compared with, compiled when it is needed. */
final class Floor {

    private Floor() {}

    /** Compiles it into a folder; empty if there is no C compiler. */
    static Optional<Path> compile(Path folder) throws IOException {
        Path source = folder.resolve("floor.c");
        try (InputStream resource = Floor.class.getResourceAsStream("floor.c")) {
            Files.copy(resource, source);
        }
        Path program = folder.resolve("floor");
        for (String compiler : List.of("cc", "gcc", "clang")) {
            if (succeeds(List.of(compiler, "-O2", "-pthread", "-o", program.toString(), source.toString()))) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }

    private static boolean succeeds(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.onExit().join().exitValue() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
