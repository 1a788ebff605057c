/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.signals4j.ProviderCandidate;
import org.signals4j.SignalInfo;
import org.signals4j.SignalSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what can be done with signals in a process like this one. */
@Command(
        name = "doctor",
        description = {
            "Show the platform, the JDK, each provider and why it is chosen or not, and for each signal what happens on it"
                    + " now, who needs it, and whether it may be taken. Changes nothing.",
            ""
        })
final class DoctorCommand implements Callable<Integer> {

    @Spec
    private CommandSpec command;

    @Mixin
    private ProviderOption provider;

    @Option(names = "--json", description = "One JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        List<ProviderCandidate> candidates = provider.candidates();
        SignalSystem system;
        try {
            system = provider.open();
        } catch (RuntimeException | LinkageError none) {
            print(diagnosis(null, candidates, List.of())); // what else is known may show why
            throw none;
        }
        List<SignalInfo> signals = system.signals().stream().map(system::info).toList();
        print(diagnosis(system.provider(), candidates, signals));
        return Output.finish(
                command.commandLine().getOut(), command.commandLine().getErr());
    }

    private static Diagnosis diagnosis(String provider, List<ProviderCandidate> candidates, List<SignalInfo> signals) {
        return new Diagnosis(Diagnosis.Platform.current(), Diagnosis.Java.current(), provider, candidates, signals);
    }

    private void print(Diagnosis diagnosis) {
        CommandLine commandLine = command.commandLine();
        PrintWriter out = commandLine.getOut();
        if (json) {
            JsonDiagnosis.print(diagnosis, out);
        } else {
            TextDiagnosis.print(diagnosis, out, commandLine.getColorScheme().ansi());
        }
    }
}
