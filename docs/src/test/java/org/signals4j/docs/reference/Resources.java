/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** What the tests of this package read. */
final class Resources {

    private Resources() {}

    /** A file or folder beside the transcripts. */
    static Path file(String name) {
        try {
            return Path.of(Objects.requireNonNull(Resources.class.getResource("/reference/" + name), name)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The lines of a list without its comments. */
    static List<String> list(String name) {
        return lines(file(name)).stream().filter(line -> !line.startsWith("#")).toList();
    }

    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
