/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.signals4j.PlatformSignal;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.ThreadTarget;
import org.signals4j.UnsupportedSignalException;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;

/** Signals that are not here, and names that are nearly right. */
class LookUpContract extends InProcess {

    @Test
    @Checks("TAB-7")
    void aSignalThatThePlatformLacksIsUnsupported() {
        List<Signal> known = new ArrayList<>(List.of(StandardSignal.values()));
        known.addAll(List.of(PlatformSignal.SIGBREAK, PlatformSignal.SIGPWR, PlatformSignal.SIGINFO));
        known.removeAll(system.signals());
        Assumptions.assumeTrue(!known.isEmpty(), "not applicable: this platform has all signals that have a name");
        for (Signal absent : known) {
            assertEquals(absent, Signal.of(absent.name()));
            List<Executable> asks = List.of(
                    () -> system.number(absent),
                    () -> system.describe(absent),
                    () -> system.info(absent),
                    () -> system.handler(absent),
                    () -> system.handle(absent, recorder()),
                    () -> system.subscribe(absent, recorder()),
                    () -> system.hold(absent),
                    () -> system.next(absent),
                    () -> system.await(Set.of(absent)),
                    () -> system.stream(Set.of(absent), 1),
                    () -> system.openChannel(Set.of(absent)),
                    () -> system.publisher(Set.of(absent)),
                    () -> system.statistics(absent),
                    () -> system.raise(absent),
                    () -> system.send(ProcessHandle.current().pid(), absent),
                    () -> system.sendToGroup(Integer.MAX_VALUE, absent),
                    () -> system.queue(ProcessHandle.current().pid(), absent, 1),
                    () -> system.sendToThread(new ThreadTarget(1), absent),
                    () -> system.siginterrupt(absent, true),
                    () -> system.threadMask().block(Set.of(absent)),
                    () -> system.threadMask().unblock(Set.of(absent)),
                    () -> system.lookup(absent.name()));
            for (int i = 0; i < asks.size(); i++) {
                assertThrows(UnsupportedSignalException.class, asks.get(i), "call " + i + " with " + absent);
            }
        }
    }

    @Test
    @Checks("TAB-8")
    void aTypoIsAnsweredWithTheNearestName() {
        String typo = first.name() + "X";
        Exception refused = assertThrows(IllegalArgumentException.class, () -> system.lookup(typo));
        assertTrue(refused.getMessage().contains(first.name()), "'" + refused.getMessage() + "' names " + first.name());
    }

    @Test
    @Checks("TAB-9")
    void nobodyChangesWhatWasReturned() {
        assertThrows(UnsupportedOperationException.class, () -> system.signals().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> system.supported().remove(first));
        assertThrows(
                UnsupportedOperationException.class, () -> system.capabilities().clear());
        assertThrows(UnsupportedOperationException.class, () -> system.pending().clear());
        try (var subscription = system.subscribe(first, recorder());
                var hold = system.hold(second)) {
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> subscription.signals().remove(first));
            assertThrows(
                    UnsupportedOperationException.class, () -> hold.signals().remove(second));
        }
    }
}
