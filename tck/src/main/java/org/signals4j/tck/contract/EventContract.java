/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.IntervalTimer;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import org.signals4j.StandardSignal;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsAbsent;
import org.signals4j.tck.support.Recorder;

/** What an event tells. */
@Needs(Capability.RAISE)
class EventContract extends InProcess {

    /** Two clocks of one system may be apart by their resolution. */
    private static final Duration RESOLUTION = Duration.ofMillis(20);

    private SignalEvent eventOf(Signal signal) {
        Recorder handler = recorder();
        system.handle(signal, handler);
        cause(signal);
        return handler.next("the event of " + signal);
    }

    @Test
    @Checks({"EVT-1", "EVT-9"})
    void itTellsWhichSignalAndCanBeKept() {
        List<SignalEvent> kept = List.of(eventOf(first), eventOf(second), eventOf(third));
        List<Signal> signals = List.of(first, second, third);
        for (int i = 0; i < kept.size(); i++) {
            assertEquals(signals.get(i), kept.get(i).signal());
            assertEquals(system.number(signals.get(i)), kept.get(i).number());
            assertFalse(kept.get(i).toString().isBlank());
        }
    }

    @Test
    @Checks("EVT-2")
    void itTellsWhen() {
        for (int i = 0; i < 20; i++) {
            Instant before = Instant.now().minus(RESOLUTION);
            SignalEvent event = eventOf(first);
            Instant after = Instant.now().plus(RESOLUTION);
            assertFalse(event.time().isBefore(before), event.time() + " is before " + before);
            assertFalse(event.time().isAfter(after), event.time() + " is after " + after);
            assertTrue(event.count() >= 1, "count " + event.count());
        }
    }

    @Test
    @Checks({"EVT-3", "EVT-5"})
    @Needs({Capability.RAISE, Capability.SENDER})
    void itTellsWhoHasRaised() {
        SignalEvent event = eventOf(first);
        assertTrue(event.cause() != SignalCause.UNKNOWN, "the cause is known");
        assertEquals(ProcessHandle.current().pid(), event.pid().orElse(-1));
        assertTrue(event.uid().isPresent(), "the uid is there when the pid is");
        assertTrue(event.uid().getAsLong() >= 0, "uid " + event.uid());
        assertTrue(event.childStatus().isEmpty(), "a child status of a signal that is not of a child");
    }

    @Test
    @Checks("EVT-5")
    @Needs({Capability.RAISE, Capability.SENDER, Capability.TIMERS})
    void whatNobodyHasSentHasNoSender() {
        Recorder handler = recorder();
        system.handle(StandardSignal.SIGALRM, handler);
        system.setTimer(IntervalTimer.REAL, Duration.ofMillis(1), Duration.ZERO);
        SignalEvent event = handler.next("SIGALRM of a timer");
        assertTrue(event.pid().isEmpty(), "the kernel's pid is " + event.pid());
        assertTrue(event.uid().isEmpty(), "the kernel's uid is " + event.uid());
    }

    @Test
    @Checks("EVT-8")
    @NeedsAbsent(Capability.SENDER)
    void nothingIsInvented() {
        SignalEvent event = eventOf(first);
        assertEquals(SignalCause.UNKNOWN, event.cause());
        assertTrue(event.pid().isEmpty() && event.uid().isEmpty(), "a sender: " + event);
        assertTrue(event.code().isEmpty(), "a code: " + event);
        assertTrue(event.value().isEmpty() && event.rawValue().isEmpty(), "a value: " + event);
        assertTrue(event.childStatus().isEmpty(), "a child status: " + event);
    }
}
