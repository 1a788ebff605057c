/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import static org.signals4j.DefaultAction.IGNORE;
import static org.signals4j.DefaultAction.TERMINATE;

import java.util.List;
import org.signals4j.StandardSignal;
import org.signals4j.spi.SignalSpec;

/** The table: which signals can be written on a letter. The numbers are those of Linux, which people know. */
final class MailSignals {

    private static final String SHUTDOWN = "the JVM (shutdown)";

    /** In the order of the numbers. */
    static final List<SignalSpec> ALL = List.of(
            SignalSpec.free(StandardSignal.SIGHUP, 1, "Hangup", TERMINATE).ownedBy(SHUTDOWN),
            SignalSpec.free(StandardSignal.SIGINT, 2, "Interrupt", TERMINATE).ownedBy(SHUTDOWN),
            SignalSpec.free(StandardSignal.SIGKILL, 9, "Killed", TERMINATE)
                    .reservedFor("the mailbox", "one letter has to end the process whatever the program does"),
            SignalSpec.free(StandardSignal.SIGUSR1, 10, "User defined signal 1", TERMINATE),
            SignalSpec.free(StandardSignal.SIGUSR2, 12, "User defined signal 2", TERMINATE),
            SignalSpec.free(StandardSignal.SIGTERM, 15, "Terminated", TERMINATE).ownedBy(SHUTDOWN),
            SignalSpec.free(StandardSignal.SIGURG, 23, "Urgent condition", IGNORE),
            SignalSpec.free(StandardSignal.SIGWINCH, 28, "Window changed", IGNORE));

    private MailSignals() {}

    /** Returns the row of a number, which has come from outside. */
    static SignalSpec byNumber(int number) {
        return ALL.stream()
                .filter(spec -> spec.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there are no letters with the number " + number));
    }
}
