/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import java.util.Set;
import org.signals4j.DefaultAction;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.spi.SignalSpec;

/** What a letter does to a process that has not taken its signal. */
final class DefaultActions {

    /** On these the JVM shuts down in an orderly way. */
    static final Set<Signal> ORDERLY = Set.of(StandardSignal.SIGHUP, StandardSignal.SIGINT, StandardSignal.SIGTERM);

    private DefaultActions() {}

    /** Returns at once: a shutdown does not return, and must not keep the caller's thread. */
    static void start(SignalSpec spec) {
        if (spec.defaultAction() == DefaultAction.TERMINATE) {
            int status = 128 + spec.number();
            Runnable end = ORDERLY.contains(spec.signal())
                    ? () -> Runtime.getRuntime().exit(status)
                    : () -> Runtime.getRuntime().halt(status);
            Thread thread = new Thread(null, end, "mailbox default of " + spec.signal(), 0, false);
            thread.setDaemon(true);
            thread.start();
        }
    }
}
