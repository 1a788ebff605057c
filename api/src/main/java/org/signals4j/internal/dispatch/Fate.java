/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import org.signals4j.spi.Delivery;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;

/**
 * What becomes of one delivery on whose default action more than one has a say: subscribers with an executor that
 * declared to cancel it, and the dispatch thread. Each has a claim; the first that cancels decides, or else the last
 * that lets go. So a signal whose subscription closes before its executor came to it still gets its default action.
 */
final class Fate {

    private final Slot slot;
    private final Delivery delivery;
    private final SignalBackend backend;

    /** How many may still cancel: at first the event that this delivery came with. */
    private int claims = 1;

    private boolean decided;

    Fate(Slot slot, Delivery delivery, SignalBackend backend) {
        this.slot = slot;
        this.delivery = delivery;
        this.backend = backend;
    }

    /** The fate of a delivery that came later to the same place. */
    Fate another(Delivery later) {
        return new Fate(slot, later, backend);
    }

    synchronized void claim() {
        claims++;
    }

    /** Gives a claim back. */
    void release(boolean cancels) {
        synchronized (this) {
            claims--;
            if (decided || (!cancels && claims > 0)) {
                return;
            }
            decided = true;
        }
        settle(backend, delivery, cancels ? Outcome.CANCELLED : slot.handling().outcome());
    }

    /** Settles, so that a backend that fails does not end the thread. */
    static void settle(SignalBackend backend, Delivery delivery, Outcome outcome) {
        try {
            backend.settle(delivery, outcome);
        } catch (Throwable broken) { // whatever it is, dispatch goes on
            Log.backendFailed("settling signal " + delivery.number(), broken);
        }
    }
}
