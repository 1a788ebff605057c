/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.signals4j.Capability;
import org.signals4j.Signal;
import org.signals4j.SignalException;
import org.signals4j.SignalSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sends a signal. */
@Command(
        name = "send",
        description = {
            "Send a signal to processes, or to process groups. Never to all processes: 0 and below are refused,",
            "but for group 0 on Windows: the processes of this console, this one among them.",
            ""
        })
final class SendCommand implements Callable<Integer> {

    private static final String QUEUE_IS_FULL = "EAGAIN";
    private static final long RETRY_NANOS = 100_000;

    @Spec
    private CommandSpec command;

    @Mixin
    private ProviderOption provider;

    @Parameters(index = "0", paramLabel = "SIGNAL", description = "A name or number.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "PID",
            description = "1 to 2147483647; a group is 2 or more, on Windows also 0.")
    private List<String> ids;

    @Option(names = "--group", description = "The numbers are those of process groups.")
    private boolean group;

    @Option(
            names = "--value",
            paramLabel = "N",
            description = "Queue the signal with this value. Waits while the receiver's queue is full.")
    private Long value;

    @Option(
            names = "--count",
            paramLabel = "N",
            description = "Queue this many, with the values N, N+1, and so on. Needs --value.")
    private Integer count;

    @Override
    public Integer call() {
        requireSense();
        List<Long> targets = ids.stream().map(SendCommand::number).toList();
        SignalSystem system = provider.open();
        Signal signal = system.lookup(name);
        // The api refuses these without a system call. They come first, so that nothing is sent if one of several is
        // bad.
        targets.stream().filter(id -> isOutOfRange(system, id)).forEach(id -> send(system, id, signal));
        int code = ExitCodes.DONE;
        for (long id : targets) {
            try {
                send(system, id, signal);
            } catch (SignalException refused) {
                command.commandLine().getErr().println(Main.NAME + ": " + refused.getMessage());
                code = ExitCodes.FAILED;
            }
        }
        return code;
    }

    private void requireSense() {
        if (count != null && (value == null || count < 1)) {
            throw new ParameterException(
                    command.commandLine(),
                    value == null ? "--count needs --value" : "--count has to be 1 or more, not " + count);
        }
        if (group && value != null) {
            throw new ParameterException(
                    command.commandLine(),
                    "a value can be queued to processes only: --value and --group exclude each other");
        }
    }

    /** Converted here and not by picocli, which has no good word for the second one that is wrong. */
    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException wrong) {
            throw new IllegalArgumentException("'" + text + "' is not the number of a process", wrong);
        }
    }

    private boolean isOutOfRange(SignalSystem system, long id) {
        if (group && id == 0) {
            return !system.supports(Capability.CONSOLE_GROUP);
        }
        return id < (group ? 2 : 1) || id > Integer.MAX_VALUE;
    }

    private void send(SignalSystem system, long id, Signal signal) {
        if (group) {
            system.sendToGroup(id, signal);
        } else if (value == null) {
            system.send(id, signal);
        } else {
            for (int i = 0; i < (count == null ? 1 : count); i++) {
                queue(system, id, signal, value + i);
            }
        }
    }

    /** The kernel refuses what would not fit into the receiver's queue: then the receiver needs time, not we a failure. */
    private static void queue(SignalSystem system, long id, Signal signal, long value) {
        while (true) {
            try {
                system.queue(id, signal, value);
                return;
            } catch (SignalException refused) {
                if (!refused.errnoName().equals(QUEUE_IS_FULL)) {
                    throw refused;
                }
                LockSupport.parkNanos(RETRY_NANOS);
            }
        }
    }
}
