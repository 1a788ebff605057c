/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.util.List;
import org.signals4j.NoProviderException;
import org.signals4j.ProviderCandidate;
import org.signals4j.SignalSystem;
import org.signals4j.Signals;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The option {@code --provider}, which all commands have. */
final class ProviderOption {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "The provider to use; 'signals4j doctor' lists them. Default: the best one that works here.")
    private String name;

    SignalSystem open() {
        try {
            return name == null ? Signals.system() : SignalSystem.open(name);
        } catch (NoProviderException none) {
            if (name != null
                    && candidates().stream().noneMatch(each -> each.name().equals(name))) {
                throw new ParameterException(command.commandLine(), none.getMessage(), none);
            }
            throw none;
        }
    }

    List<ProviderCandidate> candidates() {
        return name == null ? SignalSystem.candidates() : SignalSystem.candidates(name);
    }
}
