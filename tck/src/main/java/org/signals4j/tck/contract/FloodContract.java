/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalEvent;
import org.signals4j.SignalException;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Recorder;

/** Real-time signals from another process. */
@Needs({Capability.REALTIME, Capability.QUEUE})
class FloodContract extends InChild {

    private static final int VALUES = 1000;

    /** Handles slowly at first, and then says which values have come. */
    public static final class Receives implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal signal = new RealtimeSignal(0);
            Recorder handler = new Recorder();
            child.system().handle(signal, handler.doing(event -> {
                if (event.value().orElseThrow() == 0) {
                    child.say("first");
                    child.awaitProceed();
                }
            }));
            child.say("ready");
            List<Integer> values = new ArrayList<>();
            for (SignalEvent event : handler.next(VALUES, "the values")) {
                values.add(event.value().orElseThrow());
            }
            Collections.sort(values);
            boolean all = values.equals(IntStream.range(0, VALUES).boxed().toList());
            child.say(all ? "all, each once" : "came: " + values);
        }
    }

    /** Queues the values, each as often as it takes until it is accepted. */
    public static final class Sends implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            long pid = Long.parseLong(child.arg(0));
            int refusals = 0;
            for (int i = 0; i < VALUES; i++) {
                for (boolean accepted = false; !accepted; ) {
                    try {
                        child.system().queue(pid, new RealtimeSignal(0), i);
                        accepted = true;
                    } catch (SignalException full) {
                        if (!full.errnoName().equals("EAGAIN")) {
                            throw full;
                        }
                        refusals++;
                        Thread.onSpinWait();
                    }
                }
            }
            child.say("sent, refused " + refusals);
        }
    }

    @Test
    @Checks("RT-7")
    void whatIsAcceptedArrives() {
        Child receiver = child(Receives.class).start();
        receiver.awaitLine("ready");
        Child sender = child(Sends.class, receiver.pid()).start();
        receiver.awaitLine("first");
        receiver.proceed();
        sender.awaitLine("sent");
        receiver.awaitLine("all, each once");
        assertEquals(0, receiver.exitCode(), receiver.toString());
    }
}
