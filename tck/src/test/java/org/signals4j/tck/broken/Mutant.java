/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** Compiles the api's dispatch with some edits. */
final class Mutant {

    private static final String DISPATCH = "org/signals4j/internal/dispatch/";

    private Mutant() {}

    /** Compiles the edited classes into a folder, which is to stand first on a class path. */
    static void compile(List<Edit> edits, Path folder) throws IOException {
        Map<String, String> sources = new LinkedHashMap<>();
        for (Edit edit : edits) {
            String source = sources.get(edit.type());
            if (source == null) {
                source = Files.readString(source(edit.type()));
            }
            sources.put(edit.type(), edit.apply(source));
        }
        Path sourceFolder = folder.resolveSibling("source");
        delete(sourceFolder);
        delete(folder); // else a class of an earlier mutant may be left
        Files.createDirectories(sourceFolder.resolve(DISPATCH));
        Files.createDirectories(folder);
        for (Map.Entry<String, String> source : sources.entrySet()) {
            Files.writeString(sourceFolder.resolve(DISPATCH + source.getKey() + ".java"), source.getValue());
        }
        List<String> arguments = new ArrayList<>(
                List.of("-d", folder.toString(), "-cp", ClassPath.ofThisTest(), "-proc:none", "-nowarn"));
        sources.keySet()
                .forEach(type -> arguments.add(
                        sourceFolder.resolve(DISPATCH + type + ".java").toString()));
        StringWriter messages = new StringWriter();
        PrintWriter printer = new PrintWriter(messages);
        int status = ToolProvider.findFirst("javac")
                .orElseThrow(() -> new AssertionError("this test needs a JDK"))
                .run(printer, printer, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new AssertionError("the edited " + sources.keySet() + " do not compile:\n" + messages);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }

    private static Path source(String type) {
        return ClassPath.root().resolve("api/src/main/java/" + DISPATCH + type + ".java");
    }
}
