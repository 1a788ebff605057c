/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Hold;
import org.signals4j.PendingSignal;
import org.signals4j.Signal;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** Signals that are held back. */
@Needs(Capability.RAISE)
class HoldContract extends InProcess {

    private void causeAndAwaitHeld(Signal signal, int count) {
        for (int i = 1; i <= count; i++) {
            long held = held(signal) + 1;
            cause(signal);
            Patience.await("arrival " + i + " of " + signal + " to be held", () -> held(signal) >= held);
        }
    }

    private long held(Signal signal) {
        return system.pending().stream()
                .filter(each -> each.signal().equals(signal))
                .filter(each -> each.heldBy() == PendingSignal.Keeper.HOLD)
                .mapToLong(PendingSignal::count)
                .sum();
    }

    @Test
    @Checks({"HLD-1", "HLD-2", "PND-1"})
    void whatIsHeldComesAtClose() {
        Recorder handler = recorder();
        Recorder watching = recorder();
        system.handle(third, handler);
        system.subscribe(third, watching);
        try (Hold hold = system.hold(third)) {
            assertEquals(Set.of(third), hold.signals());
            causeAndAwaitHeld(third, 3);
            assertEquals(0, handler.size() + watching.size(), "calls while it is held");
        }
        assertEquals(3, handler.next("the event of what was held").count(), "arrivals in one event");
        assertEquals(3, watching.next("the event of what was held").count());
        assertEquals(
                List.of(),
                system.pending().stream()
                        .filter(each -> each.signal().equals(third))
                        .toList());
    }

    @Test
    @Checks("HLD-1")
    void theDefaultDoesNotHappenEither() throws Exception {
        // Nobody has a handler: the default of the third may be death.
        try (Hold hold = system.hold(third)) {
            causeAndAwaitHeld(third, 1);
            assertEquals(third, system.await(hold.signals()).signal());
        }
    }

    @Test
    @Checks("HLD-3")
    void theLastOfNestedHoldsDelivers() {
        Recorder handler = recorder();
        Recorder sentinel = recorder();
        system.handle(first, handler);
        system.handle(second, sentinel);
        Hold outer = system.hold(first);
        Hold inner = system.hold(first);
        causeAndAwaitHeld(first, 1);
        inner.close();
        causeAndAwaitHeld(first, 1);
        cause(second);
        sentinel.next("the event of another signal");
        assertEquals(0, handler.size(), "events while the outer hold is open");
        outer.close();
        assertEquals(2, handler.next("the event after the last hold").count(), "arrivals in one event");
    }

    @Test
    @Checks("HLD-4")
    void awaitTakesWhatIsHeld() throws Exception {
        Recorder handler = recorder();
        system.handle(first, handler);
        for (int i = 0; i < 20; i++) {
            try (Hold hold = system.hold(first)) {
                cause(first);
                assertEquals(first, system.await(hold.signals()).signal());
            }
        }
        Recorder sentinel = recorder();
        system.handle(second, sentinel);
        cause(second);
        sentinel.next("a later event");
        assertEquals(0, handler.size(), "events of what a waiter has taken");
    }

    @Test
    @Checks("HLD-6")
    void anyThreadMayCloseAndAgain() {
        Recorder handler = recorder();
        system.handle(first, handler);
        Hold hold = system.hold(first, second);
        causeAndAwaitHeld(first, 1);
        Thread closer = new Thread(hold::close, "tck closer");
        closer.start();
        Patience.join(closer, "close by another thread");
        handler.next("the event after close");
        hold.close();
        assertEquals(Set.of(first, second), hold.signals());
        cause(first);
        handler.next("the event after the second close");
        assertEquals(2, handler.size());
    }

    @Test
    @Checks("HLD-7")
    void otherSignalsAreNotHeld() {
        Recorder handler = recorder();
        system.handle(first, handler);
        system.handle(second, handler);
        try (Hold hold = system.hold(first)) {
            causeAndAwaitHeld(first, 1);
            cause(second);
            assertEquals(
                    second,
                    handler.next("the event of a signal that is not held").signal());
            assertTrue(hold.signals().contains(first));
        }
        assertEquals(first, handler.next("the event of what was held").signal());
    }
}
