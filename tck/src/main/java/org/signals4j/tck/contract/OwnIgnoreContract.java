/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.SignalHandler;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Recorder;

/** An ignore of one's own. */
class OwnIgnoreContract extends InProcess {

    @Test
    @Checks("IGN-4")
    @Needs(Capability.RAISE)
    void anIgnoreOfOnesOwnIsUndone() {
        Recorder handler = recorder();
        for (int i = 0; i < 3; i++) {
            assertSame(SignalHandler.DEFAULT, system.handle(third, SignalHandler.IGNORE));
            assertSame(SignalHandler.IGNORE, system.handle(third, handler));
            cause(third);
            handler.next("the event after the ignore was undone");
            system.handle(third, SignalHandler.DEFAULT);
        }
    }
}
