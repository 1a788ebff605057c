/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.io.PrintWriter;
import java.util.function.BooleanSupplier;
import org.signals4j.SignalException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever is thrown into a line on the standard error output and an exit code. */
final class ErrorHandler implements IParameterExceptionHandler, IExecutionExceptionHandler {

    private final PrintWriter err;
    private final BooleanSupplier debug;

    /**
     * Creates the handler.
     *
     * @param debug whether stack traces are wanted; asked when there is one
     */
    ErrorHandler(PrintWriter err, BooleanSupplier debug) {
        this.err = err;
        this.debug = debug;
    }

    @Override
    public int handleParseException(ParameterException mistake, String[] args) {
        print(mistake.getMessage(), mistake);
        UnmatchedArgumentException.printSuggestions(mistake, err);
        String command = mistake.getCommandLine().getCommandSpec().qualifiedName();
        err.println("Try '" + command + " --help'.");
        return ExitCodes.USAGE;
    }

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        return report(thrown);
    }

    /**
     * Prints what went wrong.
     *
     * @return the exit code for it
     */
    int report(Throwable thrown) {
        print(isExplained(thrown) ? thrown.getMessage() : "unexpected: " + thrown + " (--debug shows where)", thrown);
        return thrown instanceof IllegalArgumentException ? ExitCodes.USAGE : ExitCodes.FAILED;
    }

    /** Prints a line, and the stack trace if there is one and it is wanted. */
    void print(String message, Throwable thrown) {
        err.println(Main.NAME + ": " + message);
        if (thrown != null && debug.getAsBoolean()) {
            thrown.printStackTrace(err);
        }
    }

    /** Whether it is one of the kinds by which the api speaks to its user; their messages say all. */
    private static boolean isExplained(Throwable thrown) {
        return thrown.getMessage() != null
                && (thrown instanceof SignalException
                        || thrown instanceof IllegalArgumentException
                        || thrown instanceof IllegalStateException
                        || thrown instanceof UnsupportedOperationException);
    }
}
