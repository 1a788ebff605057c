/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.ReservedSignalException;
import org.signals4j.Signal;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Recorder;

/** Whether a signal interrupts system calls. */
@Needs({Capability.INTERRUPT, Capability.RAISE})
class InterruptContract extends InProcess {

    @Test
    @Checks("INT-1")
    void itIsAcceptedForAllThatIsSupportedAndNothingElse() {
        for (Signal signal : system.signals()) {
            if (!system.info(signal).allowed()) {
                assertThrows(ReservedSignalException.class, () -> system.siginterrupt(signal, true));
            }
        }
        for (Signal signal : system.supported()) {
            system.siginterrupt(signal, true);
            system.siginterrupt(signal, false);
            try (var subscription = system.subscribe(signal, recorder())) {
                system.siginterrupt(signal, true);
                system.siginterrupt(signal, false);
                assertEquals(Set.of(signal), subscription.signals());
            }
        }
    }

    /** Java's own system calls go on after an interruption, so that none of them could show it. */
    @Test
    @Checks("INT-1")
    void arrivalsStillCome() {
        Recorder handler = recorder();
        system.siginterrupt(first, true);
        system.handle(first, handler);
        cause(first);
        handler.next("the event of a signal that interrupts");
        system.siginterrupt(first, false);
        cause(first);
        handler.next("the event of a signal that does not interrupt any more");
        system.siginterrupt(first, true);
        cause(first);
        handler.next("the event of a signal that interrupts again");
        system.siginterrupt(first, false);
    }
}
