/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * The programs that run in child JVMs, in a folder of their own that is both a module and good for a class path: like a
 * user's application it requires the api and nothing else, neither a provider nor what the tests need.
 */
final class Programs {

    static final String MODULE = "org.signals4j.it.programs";

    private static final Path FOLDER = make();

    private Programs() {}

    static Path folder() {
        return FOLDER;
    }

    private static Path make() {
        Path folder = Path.of("target", "programs").toAbsolutePath();
        Path descriptor = Path.of("target", "programs-src", "module-info.java").toAbsolutePath();
        String thePackage = MODULE.replace('.', '/');
        try {
            Files.createDirectories(folder.resolve(thePackage));
            Path ourClasses =
                    Build.location(Build.module(Programs.class.getModule().getName()));
            try (Stream<Path> classes = Files.list(ourClasses.resolve(thePackage))) {
                for (Path file : classes.toList()) {
                    Files.copy(
                            file,
                            folder.resolve(thePackage).resolve(file.getFileName()),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
            Files.createDirectories(descriptor.getParent());
            Files.writeString(descriptor, "module " + MODULE + " { requires org.signals4j; }");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        String api = Build.location(Build.module("org.signals4j")).toString();
        Child.runWell(List.of(
                Build.tool("javac"), "--release", "17", "-d", folder.toString(), "-p", api, descriptor.toString()));
        return folder;
    }
}
