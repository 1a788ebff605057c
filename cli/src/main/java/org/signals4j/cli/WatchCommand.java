/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.signals4j.Signal;
import org.signals4j.SignalSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows signals as they arrive. */
@Command(
        name = "watch",
        description = {
            "Show signals as they arrive, and keep them from doing anything else.",
            "",
            "The first line is 'ready PID'. Then comes a line for each event: name, number, cause, pid and uid of the"
                    + " sender, value queued with it, status of a child, how many arrivals it stands for, time. What is"
                    + " not known is '-'; the provider decides what can be known.",
            "",
            "Ctrl+C ends it; where SIGINT is watched, a second one within 2 seconds. The summary goes to the standard"
                    + " error output.",
            ""
        },
        exitCodeList = {
            "0:--count was reached, or the time was up and there was no --count",
            "1:the system refused (the message has its errno), the provider cannot do it, there is no provider, or the output"
                    + " cannot be written",
            "2:bad usage; the message has the nearest valid name",
            "3:the time was up before --count was reached",
            "130:ended by Ctrl+C"
        })
final class WatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private ProviderOption provider;

    @Parameters(
            paramLabel = "SIGNAL",
            description =
                    "Names or numbers; also those that this process was started with ignored. Default: all that may"
                            + " be watched, except PIPE, TTIN, TTOU, TSTP, CHLD, PROF and VTALRM.")
    private List<String> names = List.of();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(names = "--count", paramLabel = "N", description = "End after this many arrivals.")
    private Long count;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = DurationConverter.class,
            description = "End after this time: 10s, 500ms, 2m, 1h, a number of seconds, or ISO 8601.")
    private Duration timeout;

    @Override
    public Integer call() {
        if (count != null && count < 1) {
            throw new ParameterException(command.commandLine(), "--count has to be 1 or more, not " + count);
        }
        SignalSystem system = provider.open();
        Set<Signal> named = new LinkedHashSet<>();
        names.forEach(name -> named.add(system.lookup(name)));
        CommandLine commandLine = command.commandLine();
        PrintWriter out = commandLine.getOut();
        EventPrinter printer = json
                ? new JsonEventPrinter(out)
                : new TextEventPrinter(out, commandLine.getColorScheme().ansi());
        return new Watch(system, printer, out, commandLine.getErr(), count).run(named, timeout);
    }
}
