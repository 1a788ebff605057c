/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A shell's session with one of the examples, as one sees it. It begins with the program and ends with its exit code.
 * What follows {@code $} is typed into the shell and what follows {@code >} into the program; the other lines are what
 * the program prints. What follows {@code #} is for the reader, but that it may limit the time: "at least N s", "less
 * than N s".
 *
 * @param name the name of the file
 * @param comment the lines with {@code #}
 * @param lines the others
 */
record Transcript(String name, String comment, List<String> lines) {

    private static final String EXIT_CODE = "$ echo $?";
    private static final Pattern PROGRAM = Pattern.compile("^\\$.*\\bjava (\\w+)");
    private static final Pattern AT_LEAST = Pattern.compile("at least (\\d+) s");
    private static final Pattern LESS_THAN = Pattern.compile("less than (\\d+) s");
    private static final Duration NO_LIMIT = Duration.ofDays(1);

    Transcript {
        if (!PROGRAM.matcher(lines.get(0)).find()
                || !lines.get(lines.size() - 2).equals(EXIT_CODE)) {
            throw new IllegalArgumentException(name + " does not begin with a program and end with its exit code");
        }
    }

    static List<Transcript> all() {
        try (Stream<Path> files = Files.list(Resources.file("sessions"))) {
            return files.sorted().map(Transcript::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Transcript read(Path file) {
        var byKind = Resources.lines(file).stream().collect(Collectors.partitioningBy(line -> line.startsWith("#")));
        return new Transcript(file.getFileName().toString(), String.join("\n", byKind.get(true)), byKind.get(false));
    }

    /** The simple name of the example's class. */
    String program() {
        return PROGRAM.matcher(lines.get(0)).results().findFirst().orElseThrow().group(1);
    }

    /** Whether the program has a terminal. */
    boolean onTerminal() {
        return lines.get(0).contains("script ");
    }

    /** What is typed and printed while the program runs. */
    List<String> steps() {
        return lines.subList(1, lines.size() - 2);
    }

    int exitCode() {
        return Integer.parseInt(lines.get(lines.size() - 1));
    }

    Duration atLeast() {
        return seconds(AT_LEAST, Duration.ZERO);
    }

    Duration lessThan() {
        return seconds(LESS_THAN, NO_LIMIT);
    }

    private Duration seconds(Pattern pattern, Duration otherwise) {
        Matcher matcher = pattern.matcher(comment);
        return matcher.find() ? Duration.ofSeconds(Long.parseLong(matcher.group(1))) : otherwise;
    }

    @Override
    public String toString() {
        return name;
    }
}
