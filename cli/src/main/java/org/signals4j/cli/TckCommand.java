/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.signals4j.tck.TckResult;
import org.signals4j.tck.TckRun;
import org.signals4j.tck.TckSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Checks a provider against the contract. */
@Command(
        name = "tck",
        description = {
            "Check a provider against the contract, promise by promise. Takes about a minute; signals are raised in this"
                    + " process and in child JVMs of it.",
            "",
            "The last line is the totals. What has failed without being a test of a promise is counted as an error.",
            ""
        },
        exitCodeList = {
            "0:something was selected, and nothing has failed; what is not applicable is no failure",
            "1:something has failed, the provider is not available here, or the report or the output cannot be written",
            "2:bad usage: there is no such provider, nothing is selected, or there is no place for the report"
        })
final class TckCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            required = true,
            description = "The provider: its name, or the name of its class.")
    private String provider;

    @Option(
            names = "--report",
            paramLabel = "DIR",
            description = "Write report.txt, report.json and report.html to this directory.")
    private Path report;

    @Option(
            names = "--select",
            paramLabel = "TEXT",
            description = "Only what checks this promise (DEL-3), this section (DEL), or is in a class of such a name.")
    private String selection;

    @Option(
            names = "--time-scale",
            paramLabel = "FACTOR",
            description = "A factor for all time limits, at most 1000. Default: 1.")
    private String timeScale;

    @Option(
            names = "--launcher",
            paramLabel = "WORDS",
            description = "Words before 'java' when child JVMs are started.")
    private String launcher;

    @Option(
            names = "--sender",
            paramLabel = "COMMAND",
            description = "The outside sender, with {pid}, {signal} and {number}. Default: kill -{number} {pid}.")
    private String sender;

    @Option(
            names = "--foreign",
            paramLabel = "CLASS",
            description =
                    "An implementation of org.signals4j.tck.ForeignHandlers on the class path. Default: from JDK 22 on, and"
                            + " on Linux and macOS, one that has getpid called.")
    private String foreign;

    @Override
    public Integer call() {
        TckResult result;
        try {
            result = run();
        } catch (IllegalArgumentException mistake) { // found before anything was run
            throw new ParameterException(command.commandLine(), mistake.getMessage(), mistake);
        }
        if (result.tests() == 0 && result.errors() == 0) {
            throw new ParameterException(
                    command.commandLine(),
                    "there is no test for --select " + selection + "; give a promise or a section of docs/contract.md");
        }
        return result.isSuccessful() && !System.out.checkError() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    private TckResult run() {
        TckRun run = new TckRun(provider);
        set(run, TckSettings.REPORT, report);
        set(run, TckSettings.TIME_SCALE, timeScale);
        set(run, TckSettings.LAUNCHER, launcher);
        set(run, TckSettings.SENDER, sender);
        set(run, TckSettings.FOREIGN, foreign);
        if (selection != null) {
            run.select(selection);
        }
        return run.run(System.out);
    }

    private static void set(TckRun run, String name, Object value) {
        if (value != null) {
            run.set(name, value.toString());
        }
    }
}
