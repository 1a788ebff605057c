/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.time.Duration;
import org.signals4j.spi.Outcome;

/** A control event that waits on its own thread for how it ends: the token of its delivery. */
final class ConsoleArrival {

    private final ConsoleEvent event;

    // Guarded by this.
    private Outcome outcome;
    private boolean givenUp;

    ConsoleArrival(ConsoleEvent event) {
        this.event = event;
    }

    ConsoleEvent event() {
        return event;
    }

    /**
     * Waits until it is settled, or too long.
     *
     * @return whether it is handled: false if what the process did before is to happen. True as well if it took too
     *     long, for then somebody has it
     */
    synchronized boolean awaitAnswer(Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        long left;
        while (outcome == null && (left = deadline - System.nanoTime()) > 0) {
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException nobodyShould) {
                // The thread is the console's, and ends with the event.
            }
        }
        givenUp = outcome == null;
        return outcome != Outcome.DEFAULT;
    }

    /** Returns false if nobody waits any more, so that a default has to be made up for. */
    synchronized boolean settle(Outcome how) {
        outcome = how;
        notifyAll();
        return !givenUp;
    }
}
