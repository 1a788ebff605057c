/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.signals4j.SignalSystem;
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
            ""
        },
        footer = {"", "Exit codes: 0 without failures, 1 with failures, 2 for bad usage."})
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

    @Option(names = "--time-scale", paramLabel = "FACTOR", description = "A factor for all time limits. Default: 1.")
    private Double timeScale;

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
            description = "An implementation of org.signals4j.tck.ForeignHandlers on the class path.")
    private String foreign;

    @Override
    public Integer call() {
        if (timeScale != null && !(timeScale > 0 && timeScale <= 1000)) {
            throw new ParameterException(command.commandLine(), "--time-scale is more than 0 and at most 1000");
        }
        if (!isClass(provider)) {
            check(provider);
        }
        TckRun run = new TckRun(provider);
        set(run, TckSettings.REPORT, report);
        set(run, TckSettings.TIME_SCALE, timeScale);
        set(run, TckSettings.LAUNCHER, launcher);
        set(run, TckSettings.SENDER, sender);
        set(run, TckSettings.FOREIGN, foreign);
        if (selection != null) {
            run.select(selection);
        }
        TckResult result = run.run(System.out);
        if (result.tests() == 0) {
            throw new ParameterException(
                    command.commandLine(),
                    "there is no test for --select " + selection + "; give a promise or a section of docs/contract.md");
        }
        return result.isSuccessful() ? ExitCodes.DONE : ExitCodes.FAILED;
    }

    /** Opens it once, for the usual explanation if that is not possible. */
    private void check(String name) {
        if (SignalSystem.candidates(name).stream().noneMatch(each -> each.name().equals(name))) {
            throw new ParameterException(
                    command.commandLine(), "there is no provider named '" + name + "'; 'signals4j doctor' lists them");
        }
        SignalSystem.open(name).close();
    }

    private static boolean isClass(String name) {
        return name.contains(".");
    }

    private static void set(TckRun run, String name, Object value) {
        if (value != null) {
            run.set(name, value.toString());
        }
    }
}
