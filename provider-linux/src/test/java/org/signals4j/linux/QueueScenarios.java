/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.signals4j.linux.Scenarios.say;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalException;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;
import org.signals4j.ThreadMask;
import org.signals4j.ThreadTarget;

/** Signals with a value. */
final class QueueScenarios {

    private static final Signal FREE = new RealtimeSignal(4);
    private static final Signal BLOCKED = new RealtimeSignal(5);

    private QueueScenarios() {}

    /** Takes a few values, from whomever. */
    static void take(List<String> none) throws Exception {
        for (Signal signal : List.of(FREE, StandardSignal.SIGUSR1)) {
            Signals.handle(signal, event -> say("value " + event.value().orElseThrow() + " " + event));
        }
        say("ready");
        Scenarios.awaitInput();
    }

    /** Sends values. Arguments: to which process, and which. */
    static void send(List<String> arguments) {
        long pid = Long.parseLong(arguments.get(0));
        for (String value : arguments.subList(1, arguments.size())) {
            Signals.queue(pid, FREE, Long.parseLong(value));
        }
        Signals.queue(pid, StandardSignal.SIGUSR1, 7);
        say("sent by " + ProcessHandle.current().pid());
    }

    /** Fills the kernel's queue, sees everything refused, and has what is in it delivered. */
    static void full(List<String> none) throws Exception {
        Semaphore arrived = new Semaphore(0);
        Signals.handle(BLOCKED, event -> arrived.release());
        Signals.handle(FREE, event -> say("event " + event));
        ThreadMask mask = Signals.threadMask();
        mask.block(Set.of(BLOCKED));
        long self = ProcessHandle.current().pid();
        int queued = 0;
        try {
            while (true) {
                Signals.sendToThread(ThreadTarget.current(), BLOCKED);
                queued++;
            }
        } catch (SignalException full) {
            say("thread " + full.getMessage());
        }
        ThreadScenarios.attempt("queue", () -> Signals.queue(self, FREE, 1));
        ThreadScenarios.attempt("send", () -> Signals.send(self, FREE));
        ThreadScenarios.attempt("raise", () -> Signals.raise(FREE));
        mask.unblock(Set.of(BLOCKED));
        arrived.acquire(queued);
        Signals.queue(self, FREE, 2);
        Signals.sendToThread(ThreadTarget.current(), BLOCKED);
        arrived.acquire();
        say("arrived " + (Signals.statistics(BLOCKED).received() - queued));
    }

    /** Sends to a process, and says how it went. Argument: the process. */
    static void sendTo(List<String> arguments) throws Exception {
        long pid = Long.parseLong(arguments.get(0));
        ThreadScenarios.attempt("queue", () -> Signals.queue(pid, FREE, 1));
        ThreadScenarios.attempt("send", () -> Signals.send(pid, FREE));
    }
}
