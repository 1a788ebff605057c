/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.NeedsSender;
import org.signals4j.tck.support.NeedsSignal;

/** A signal that comes while the system closes. */
@NeedsSender
class CloseRaceContract extends InChild {

    /** Closes as soon as it is told to, and then waits for its end. */
    public static final class Closes implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal signal = child.signal(0);
            int spin = Integer.parseInt(child.arg(1));
            child.system().handle(signal, event -> child.say("handled"));
            child.say("ready");
            child.awaitProceed();
            for (int i = 0; i < spin; i++) {
                Thread.onSpinWait();
            }
            child.system().close();
            child.say("closed");
            child.awaitProceed();
            Runtime.getRuntime().halt(7);
        }
    }

    @Test
    @Checks("DEF-10")
    @NeedsSignal("SIGTERM")
    void itIsHandledOrHasItsDefault() {
        int handled = 0;
        int ended = 0;
        for (int round = 0; round < 12; round++) {
            // From "closes long before the sender has started" to "long after it has sent".
            Child child =
                    child(Closes.class, StandardSignal.SIGTERM, round * 12_000).start();
            child.awaitLine("ready");
            child.proceed();
            child.signal(StandardSignal.SIGTERM);
            if (child.awaitLineOrEnd("handled")) {
                handled++;
                child.awaitLine("closed");
                child.proceed();
                assertEquals(7, child.exitCode(), child.toString());
            } else {
                ended++;
                assertEquals(143, child.exitCode(), "neither handled nor ended by the default: " + child);
            }
            child.close();
        }
        assertTrue(handled + ended == 12, handled + " handled, " + ended + " ended");
    }
}
