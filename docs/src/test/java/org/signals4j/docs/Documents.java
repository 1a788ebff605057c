/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files of the project, as the tests of this module read them. */
final class Documents {

    /** Surefire runs tests in the folder of their module. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Documents() {}

    /** The pages for people: those of the root folder and those of docs. */
    static List<Path> pages() {
        return Stream.concat(
                        files(ROOT, 1, ".md").stream(), files(ROOT.resolve("docs"), Integer.MAX_VALUE, ".md").stream())
                .toList();
    }

    /** All Java code below a folder that is not generated, comments included. */
    static String java(Path folder) {
        return files(folder, Integer.MAX_VALUE, ".java").stream()
                .map(Documents::read)
                .collect(Collectors.joining("\n"));
    }

    /** The Java code of all modules, without tests. */
    static String mainCode() {
        try (Stream<Path> folders = Files.list(ROOT)) {
            return folders.map(folder -> folder.resolve("src/main/java"))
                    .filter(Files::exists)
                    .map(Documents::java)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isGenerated(Path file) {
        return StreamSupport.stream(file.spliterator(), false).anyMatch(name -> name.endsWith("target"));
    }

    private static List<Path> files(Path folder, int depth, String suffix) {
        try (Stream<Path> all = Files.walk(folder, depth)) {
            return all.filter(file -> file.toString().endsWith(suffix))
                    .filter(file -> !isGenerated(folder.relativize(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
