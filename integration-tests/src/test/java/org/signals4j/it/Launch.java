/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The command line of a JVM, which is put together step by step. Immutable.
 *
 * @param prefix what runs it
 * @param java the program {@code java} and the options of the JVM
 * @param main the main class or jar, and the paths to it
 */
record Launch(List<String> prefix, List<String> java, List<String> main) {

    /**
     * Gives the child the usual dispositions even if the build itself was started with signals ignored, as by nohup or in
     * the background of a script.
     */
    private static final List<String> DEFAULT_SIGNALS = List.of("env", "--default-signal=HUP,INT,QUIT,TERM");

    /** The program that users run, as they run it. */
    static Launch cli() {
        return of(Build.tool("java"), "-jar", Build.cli().toString());
    }

    /** A main class on a class path. */
    static Launch classPath(String mainClass, Collection<Path> path) {
        return of(Build.tool("java"), "-cp", path(path), mainClass);
    }

    /** One of our {@linkplain Programs programs} on a class path. */
    static Launch classPath(Class<?> program, Collection<Path> path) {
        return of(Build.tool("java"), "-cp", path(path, Programs.folder()), program.getName());
    }

    /** One of our {@linkplain Programs programs} on a module path; the providers there are found as services. */
    static Launch modulePath(Class<?> program, Collection<Path> path) {
        return of(Build.tool("java"), "-p", path(path, Programs.folder()), "-m", inModule(program));
    }

    /** One of our {@linkplain Programs programs} in an image made by jlink. */
    static Launch image(Class<?> program, Path image) {
        return of(image.resolve("bin/java").toString(), "-m", inModule(program));
    }

    /** A JVM that is small and soon there. */
    private static Launch of(String java, String... main) {
        List<String> options = List.of(java, "-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");
        return new Launch(DEFAULT_SIGNALS, options, List.of(main));
    }

    private static String inModule(Class<?> program) {
        return Programs.MODULE + "/" + program.getName();
    }

    /** With more options for the JVM. */
    Launch with(String... options) {
        return new Launch(prefix, concat(java, options), main);
    }

    /** Only the given provider may be chosen. */
    Launch with(Provider provider) {
        return with("-Dsignals4j.provider=" + provider.name());
    }

    /** Run by another program, for example nohup. */
    Launch under(String... program) {
        return new Launch(concat(prefix, program), java, main);
    }

    Child start(String... arguments) {
        return Child.start(command(arguments));
    }

    /** Runs it to its end. */
    Child run(String... arguments) {
        return Child.run(command(arguments));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(java);
        command.addAll(main);
        command.addAll(List.of(arguments));
        return command;
    }

    private static List<String> concat(List<String> first, String... second) {
        return Stream.concat(first.stream(), Stream.of(second)).toList();
    }

    /** A class path or module path. */
    static String path(Collection<Path> entries, Path... more) {
        return Stream.concat(entries.stream(), Stream.of(more))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }
}
