/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/**
 * The program {@code signals4j}: shows signals as they arrive, says what may be done with them here, and sends them.
 */
@Command(
        name = Main.NAME,
        description = "Signals of the operating system, as a Java program sees them.",
        subcommands = {WatchCommand.class, DoctorCommand.class, ListCommand.class, SendCommand.class, TckCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:the system refused (the message has its errno), the provider cannot do it, there is no provider, or the output"
                    + " cannot be written",
            "2:bad usage; the message has the nearest valid name"
        })
public final class Main {

    static final String NAME = "signals4j";

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces.")
    private boolean debug;

    private Main() {}

    /**
     * Runs the program and ends the JVM with its exit code.
     *
     * @param args the command line; {@code --help} explains it
     */
    public static void main(String... args) {
        // Flushed line by line. Nobody may flush at the end: if the output is stuck, that would keep us from ending.
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), args));
    }

    /**
     * Runs the program in this JVM. The signal system that a command opens stays open, so that what still arrives while
     * the process ends changes nothing.
     *
     * @return the exit code
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        Main main = new Main();
        ErrorHandler errors = new ErrorHandler(err, () -> main.debug);
        LogLines.install(errors);
        CommandLine commandLine = new CommandLine(main)
                .setOut(out)
                .setErr(err)
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
        try {
            return commandLine.execute(args);
        } catch (Error broken) { // picocli lets these through: a library that cannot be linked, for example
            return errors.report(broken);
        }
    }
}
