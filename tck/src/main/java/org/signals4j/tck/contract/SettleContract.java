/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsSignal;
import org.signals4j.tck.support.Recorder;

/** To settle a delivery takes no time. */
class SettleContract extends InChild {

    /** A shutdown hook that needs a signal to be handled before it ends. */
    public static final class HookThatWaits implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal other = child.signal(0);
            Recorder handled = new Recorder();
            child.system().handle(other, handled);
            child.system().subscribe(StandardSignal.SIGTERM, event -> child.say("term"));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                child.system().raise(other);
                handled.next("an event while the JVM shuts down");
                child.say("handled");
            }));
            child.system().raise(StandardSignal.SIGTERM);
            child.awaitProceed();
        }
    }

    @Test
    @Checks("PRV-8")
    @Needs(Capability.RAISE)
    @NeedsSignal("SIGTERM")
    void theDispatchThreadGoesOnWhileTheJvmShutsDown() {
        var child = child(HookThatWaits.class, harmless(0)).start();
        child.awaitLine("term");
        child.awaitLine("handled");
        assertEquals(143, child.exitCode(), child.toString());
    }
}
