/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Hold;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalEvent;
import org.signals4j.SignalException;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** Real-time signals. */
@Needs({Capability.REALTIME, Capability.RAISE})
class RealtimeContract extends InProcess {

    private final long self = ProcessHandle.current().pid();
    private List<Signal> realtime;
    private Signal signal;

    @BeforeEach
    void findRealtimeSignals() {
        realtime = system.supported().stream()
                .filter(RealtimeSignal.class::isInstance)
                .toList();
        assertFalse(realtime.isEmpty(), "with REALTIME there are real-time signals");
        signal = realtime.get(0);
    }

    private static List<Integer> values(List<SignalEvent> events) {
        return events.stream()
                .map(event -> event.value().orElseThrow())
                .sorted()
                .toList();
    }

    private static List<Integer> range(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    @Test
    @Checks("RT-1")
    void theyAreNotMerged() {
        CountDownLatch release = new CountDownLatch(1);
        Recorder handler = recorder().doing(event -> release.await());
        system.handle(signal, handler);
        for (int i = 0; i < 20; i++) {
            system.raise(signal);
        }
        release.countDown();
        for (SignalEvent event : handler.next(20, "an event for each arrival")) {
            assertEquals(1, event.count());
        }
    }

    @Test
    @Checks("RT-2")
    @Needs(Capability.QUEUE)
    void eachValueComesOnce() {
        Recorder handler = recorder();
        system.handle(signal, handler);
        for (int i = 0; i < 500; i++) {
            system.queue(self, signal, i);
        }
        assertEquals(range(500), values(handler.next(500, "the values")));
    }

    @Test
    @Checks("RT-3")
    void eachOfThemIsDelivered() {
        for (Signal each : realtime) {
            Recorder handler = recorder();
            system.handle(each, handler);
            if (!isCaused(each)) {
                // An emulator keeps some for itself.
                assertTrue(environment().isEmulated(), "there is no way to have " + each + " arrive");
                continue;
            }
            assertEquals(each, handler.next("the event of " + each).signal());
        }
    }

    /** In whatever way there is: a signal that cannot be raised (SND-2) can still be delivered. */
    private boolean isCaused(Signal each) {
        return isAccepted(Capability.RAISE, () -> system.raise(each))
                || isAccepted(Capability.QUEUE, () -> system.queue(self, each, 0))
                || isAccepted(Capability.SEND, () -> system.send(self, each));
    }

    private boolean isAccepted(Capability capability, Runnable operation) {
        try {
            if (system.supports(capability)) {
                operation.run();
                return true;
            }
        } catch (UnsupportedOperationException | SignalException refused) {
            // There may be another way.
        }
        return false;
    }

    @Test
    @Checks("RT-4")
    @Needs(Capability.QUEUE)
    void nothingIsLostBehindAHandler() {
        CountDownLatch release = new CountDownLatch(1);
        Recorder busy = recorder().doing(event -> release.await());
        Recorder handler = recorder();
        system.handle(first, busy);
        system.handle(signal, handler);
        cause(first);
        busy.next("the handler that stays");
        for (int i = 0; i < 300; i++) {
            system.queue(self, signal, i);
        }
        release.countDown();
        assertEquals(range(300), values(handler.next(300, "the values")));
    }

    @Test
    @Checks("RT-5")
    @Needs(Capability.QUEUE)
    void aHoldKeepsEachOfThem() {
        Recorder handler = recorder();
        system.handle(signal, handler);
        try (Hold hold = system.hold(signal)) {
            for (int i = 0; i < 50; i++) {
                system.queue(self, signal, i);
            }
            Patience.await(
                    "the values to be held",
                    () -> system.pending().stream()
                                    .filter(each -> each.signal().equals(signal))
                                    .mapToLong(each -> each.count())
                                    .sum()
                            == 50);
            assertEquals(0, handler.size(), "events while they are held");
            assertEquals(1, hold.signals().size());
        }
        assertEquals(range(50), values(handler.next(50, "the values")));
    }

    @Test
    @Checks("RT-6")
    void theyHaveNames() {
        List<Signal> all = system.signals().stream()
                .filter(RealtimeSignal.class::isInstance)
                .toList();
        int least = system.number(system.lookup("SIGRTMIN"));
        int most = system.number(system.lookup("SIGRTMAX"));
        for (Signal each : all) {
            int number = system.number(each);
            String min = number == least ? "SIGRTMIN" : "SIGRTMIN+" + (number - least);
            String max = number == most ? "SIGRTMAX" : "SIGRTMAX-" + (most - number);
            assertEquals(each, system.lookup(min));
            assertEquals(each, system.lookup(max));
            assertEquals(each, Signal.of(min));
        }
        assertThrows(IllegalArgumentException.class, () -> system.lookup("SIGRTMAX+1"));
    }
}
