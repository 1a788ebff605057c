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

/** Timers that need a process of their own. */
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

    /** Has signals come as often as the system can, and ends without giving them back. */
    public static final class Ticks implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Recorder handler = new Recorder();
            child.system().handle(StandardSignal.SIGALRM, handler.doing(event -> {
                if (handler.arrivals() >= 3) {
                    child.system().setTimer(IntervalTimer.REAL, Duration.ZERO, Duration.ZERO);
                    child.say("ticks");
                    Runtime.getRuntime().halt(7);
                }
            }));
            child.system().setTimer(IntervalTimer.REAL, Duration.ofNanos(1), Duration.ofNanos(1));
            child.awaitProceed(); // never: the handler ends this process
        }
    }

    @Test
    @Checks("TIM-5")
    @Needs(Capability.TIMERS)
    void aTinyPeriodRepeats() {
        Child child = child(Ticks.class).start();
        child.awaitLine("ticks");
        assertEquals(7, child.exitCode(), child.toString());
    }
}
