/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.signals4j.Signal;
import org.signals4j.SignalSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists and translates names and numbers. */
@Command(
        name = "list",
        description = {"List the signals of this platform, as 'kill -l' does, or translate some of them.", ""})
final class ListCommand implements Callable<Integer> {

    private static final int LINE_WIDTH = 80;

    @Spec
    private CommandSpec command;

    @Mixin
    private ProviderOption provider;

    @Parameters(paramLabel = "SIGNAL", description = "For a number print its name, for a name its number.")
    private List<String> names = List.of();

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        SignalSystem system = provider.open();
        List<String> lines = names.isEmpty()
                ? table(system)
                : names.stream().map(name -> translate(system, name)).toList();
        lines.forEach(out::println);
        return Output.finish(out, command.commandLine().getErr());
    }

    private static String translate(SignalSystem system, String text) {
        Signal signal = system.lookup(text);
        boolean isNumber = Character.isDigit(text.charAt(0));
        return isNumber ? signal.name().substring("SIG".length()) : Integer.toString(system.number(signal));
    }

    private static List<String> table(SignalSystem system) {
        List<String> entries = system.signals().stream()
                .map(signal -> "%2d) %s".formatted(system.number(signal), signal.name()))
                .toList();
        int width = entries.stream().mapToInt(String::length).max().orElse(0) + 1;
        int perLine = Math.max(1, LINE_WIDTH / width);
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < entries.size(); from += perLine) {
            StringBuilder line = new StringBuilder();
            for (String entry : entries.subList(from, Math.min(from + perLine, entries.size()))) {
                line.append(entry).append(" ".repeat(width - entry.length()));
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}
