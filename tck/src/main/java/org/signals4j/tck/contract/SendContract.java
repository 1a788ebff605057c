/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.Signal;
import org.signals4j.SignalException;
import org.signals4j.SignalHandler;
import org.signals4j.ThreadTarget;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsProcess;
import org.signals4j.tck.support.Recorder;

/** Raising and sending. */
class SendContract extends InProcess {

    /** And may be ignored from the start, where this JVM was started by nohup or in the background of a script. */
    private static final Set<String> ENDS_THE_JVM = Set.of("SIGHUP", "SIGINT", "SIGTERM");

    private final long self = ProcessHandle.current().pid();

    @Test
    @Checks("SND-1")
    @Needs(Capability.RAISE)
    void whatIsRaisedComes() {
        for (Signal each : environment().harmless()) {
            if (ENDS_THE_JVM.contains(each.name())) {
                continue; // in a child: DEF-4
            }
            Recorder handler = recorder();
            system.handle(each, handler);
            system.raise(each);
            assertEquals(each, handler.next("the event of " + each).signal());
        }
    }

    @Test
    @Checks("SND-2")
    @Needs(Capability.RAISE)
    void whatCannotBeRaisedSaysSo() {
        for (Signal each : system.supported()) {
            Disposition before = system.info(each).disposition();
            Recorder handler = recorder();
            if (ENDS_THE_JVM.contains(each.name()) || system.handler(each) != SignalHandler.DEFAULT) {
                continue;
            }
            system.handle(each, handler);
            boolean raised = true;
            try {
                system.raise(each);
            } catch (UnsupportedOperationException | SignalException refused) {
                assertTrue(refused.getMessage().length() > 10, "'" + refused.getMessage() + "' explains");
                raised = false;
            }
            if (raised) {
                handler.next("the event of " + each + ", which was raised");
            }
            system.handle(each, SignalHandler.DEFAULT);
            assertEquals(before, system.info(each).disposition());
        }
    }

    @Test
    @Checks("SND-3")
    @Needs(Capability.SEND)
    void whatIsSentToOneselfComes() {
        Recorder handler = recorder();
        system.handle(first, handler);
        system.send(self, first);
        assertEquals(first, handler.next("the event of send(pid)").signal());
        system.send(ProcessHandle.current(), first);
        assertEquals(first, handler.next("the event of send(handle)").signal());
    }

    /** Nothing is really sent: the api refuses before it asks the provider. */
    @Test
    @Checks("SND-5")
    void nobodyBroadcastsByMistake() {
        for (long pid : new long[] {0, -1, -self, Long.MIN_VALUE, 1L << 31, 1L << 32, (1L << 32) + self}) {
            assertThrows(IllegalArgumentException.class, () -> system.send(pid, first), "send to " + pid);
            assertThrows(IllegalArgumentException.class, () -> system.queue(pid, first, 1), "queue to " + pid);
        }
        for (long group : new long[] {1, -1, Long.MIN_VALUE, 1L << 31, 1L << 32, (1L << 32) + 1}) {
            assertThrows(IllegalArgumentException.class, () -> system.sendToGroup(group, first), "group " + group);
        }
        if (!system.supports(Capability.CONSOLE_GROUP)) {
            assertThrows(IllegalArgumentException.class, () -> system.sendToGroup(0, first), "group 0");
        }
        assertThrows(IllegalArgumentException.class, () -> new ThreadTarget(0));
    }

    @Test
    @Checks("SND-7")
    @Needs(Capability.SEND_GROUP)
    @NeedsProcess
    void aGroupThatDoesNotExistIsAnError() {
        // Process ids end long before this, and so do groups.
        // Of a console's events, only Ctrl+Break can be sent to one group.
        Signal signal = system.supports(Capability.CONSOLE_GROUP) ? Signal.of("SIGBREAK") : first;
        assertThrows(SignalException.class, () -> system.sendToGroup(Integer.MAX_VALUE, signal));
    }

    @Test
    @Checks({"SND-8", "EVT-7"})
    @Needs({Capability.QUEUE, Capability.RAISE})
    void aValueTravels() {
        Recorder handler = recorder();
        system.handle(first, handler);
        for (long value : new long[] {
            0,
            1,
            -1,
            4711,
            Integer.MIN_VALUE,
            Integer.MAX_VALUE,
            // More than 32 bits, whatever a system may carry of them.
            0x1_0000_0007L,
            -0x1_0000_0007L,
            Long.MIN_VALUE,
            Long.MAX_VALUE
        }) {
            system.queue(self, first, value);
            var event = handler.next("the event with the value " + value);
            assertEquals((int) value, event.value().orElseThrow());
            assertTrue(event.rawValue().isPresent(), "the raw value is there");
            assertEquals((int) value, (int) event.rawValue().getAsLong());
        }
        system.raise(first);
        var plain = handler.next("the event of raise");
        assertTrue(plain.value().isEmpty() && plain.rawValue().isEmpty(), "a value that nobody has sent: " + plain);
    }

    @Test
    @Checks("SND-9")
    @Needs(Capability.CONSOLE_GROUP)
    @NeedsProcess
    void theConsolesGroupIsAccepted() {
        Signal interrupt = Signal.of("SIGINT");
        Recorder handler = recorder();
        system.handle(interrupt, handler);
        try {
            system.sendToGroup(0, interrupt);
        } catch (IllegalArgumentException refused) {
            fail("group 0 was refused: " + refused);
        } catch (SignalException noConsole) {
            return; // accepted, and the system has no console for us
        }
        assertEquals(interrupt, handler.next("the event of Ctrl+C").signal());
    }

    @Test
    @Checks("SND-10")
    @Needs(Capability.THREAD_TARGET)
    void aThreadIsSentTo() {
        Recorder handler = recorder();
        system.handle(first, handler);
        ThreadTarget here = system.currentThread();
        assertEquals(here, system.currentThread());
        system.sendToThread(here, first);
        assertSame(first, handler.next("the event of sendToThread").signal());
    }

    @Test
    @Checks("SND-11")
    @Needs(Capability.THREAD_TARGET)
    void aThreadThatDoesNotExistIsAnError() {
        assertThrows(SignalException.class, () -> system.sendToThread(new ThreadTarget(Integer.MAX_VALUE), first));
    }
}
