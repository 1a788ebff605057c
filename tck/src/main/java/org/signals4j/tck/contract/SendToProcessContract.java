/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import org.signals4j.StandardSignal;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsSender;
import org.signals4j.tck.support.NeedsSignal;
import org.signals4j.tck.support.Recorder;

/** From one process to another, and of child processes. */
class SendToProcessContract extends InChild {

    /** Says of each event from whom it comes. */
    public static final class Receives implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            child.system()
                    .handle(
                            child.signal(0),
                            event -> child.say("from " + event.pid().orElse(-1) + " "
                                    + event.uid().isPresent()));
            child.say("ready");
            child.awaitProceed();
        }
    }

    /** Sends once. */
    public static final class Sends implements ChildProgram {
        @Override
        public void run(ChildContext child) {
            child.system().send(Long.parseLong(child.arg(1)), child.signal(0));
            child.say("sent");
        }
    }

    @Test
    @Checks("SND-4")
    @Needs(Capability.SEND)
    void aSignalReachesAnotherProcess() {
        Signal signal = harmless(0);
        Child receiver = child(Receives.class, signal).start();
        receiver.awaitLine("ready");
        Child sender = child(Sends.class, signal, receiver.pid()).start();
        sender.awaitLine("sent");
        String from = receiver.awaitLine("from");
        if (environment().capabilities().contains(Capability.SENDER)) {
            assertEquals("from " + sender.pid() + " true", from);
        }
    }

    @Test
    @Checks("EVT-4")
    @Needs(Capability.SENDER)
    @NeedsSender
    void theSenderIsKnown() {
        Signal signal = harmless(0);
        Child receiver = child(Receives.class, signal).start();
        receiver.awaitLine("ready");
        long sender = receiver.signal(signal);
        assertEquals("from " + sender + " true", receiver.awaitLine("from"));
    }

    /** Starts a process that ends in a way, and tells what the event says of it. */
    public static final class HasChild implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Recorder handler = new Recorder();
            child.system().handle(StandardSignal.SIGCHLD, handler);
            Process process = new ProcessBuilder("/bin/sh", "-c", child.arg(0)).start();
            child.say("exit " + process.waitFor());
            SignalEvent event = handler.next("SIGCHLD");
            child.say("event " + (event.pid().orElse(-1) == process.pid()) + " "
                    + event.cause() + " "
                    + event.childStatus().orElse(-1));
        }
    }

    @Test
    @Checks("EVT-6")
    @Needs(Capability.SENDER)
    @NeedsSignal("SIGCHLD")
    void theEndOfAChildIsToldAndItsStatusStaysRight() {
        isTold("exit 42", 42, SignalCause.CHILD_EXITED, 42);
    }

    @Test
    @Checks("EVT-6")
    @Needs(Capability.SENDER)
    @NeedsSignal({"SIGCHLD", "SIGTERM"})
    void aChildThatIsKilledIsToldWithTheSignal() {
        int term = environment().number(StandardSignal.SIGTERM);
        isTold("kill -" + term + " $$", 128 + term, SignalCause.CHILD_KILLED, term);
    }

    private void isTold(String script, int exitValue, SignalCause cause, int status) {
        Child parent = child(HasChild.class, script).start();
        assertEquals("exit " + exitValue, parent.awaitLine("exit"));
        assertEquals("event true " + cause + " " + status, parent.awaitLine("event"));
        assertEquals(0, parent.exitCode(), parent.toString());
    }
}
