/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.IntervalTimer;
import org.signals4j.StandardSignal;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsRealKernel;
import org.signals4j.tck.support.NeedsSignal;
import org.signals4j.tck.support.Recorder;

/** Timers that run while the process works. */
class ProcessorTimerContract extends InChild {

    /** Works until the signals have come. */
    public static final class Works implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            for (var timer : new Object[][] {
                {IntervalTimer.VIRTUAL, StandardSignal.SIGVTALRM}, {IntervalTimer.PROF, StandardSignal.SIGPROF}
            }) {
                Recorder handler = new Recorder();
                StandardSignal signal = (StandardSignal) timer[1];
                child.system().handle(signal, handler);
                child.system().setTimer((IntervalTimer) timer[0], Duration.ofMillis(50), Duration.ZERO);
                while (handler.size() == 0) {
                    Thread.onSpinWait();
                }
                child.say(handler.next("the signal of the timer").signal().name());
            }
        }
    }

    @Test
    @Checks("TIM-7")
    @Needs(Capability.TIMERS)
    @NeedsRealKernel
    @NeedsSignal({"SIGVTALRM", "SIGPROF"})
    void timersOfTheProcessorRunWhileItWorks() {
        Child child = child(Works.class).start();
        child.awaitLine("SIGVTALRM");
        child.awaitLine("SIGPROF");
        assertEquals(0, child.exitCode(), child.toString());
    }
}
