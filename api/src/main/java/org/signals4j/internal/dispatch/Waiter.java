/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.List;

/** Somebody who waits for one of some signals, and takes it from everybody else. Known by its identity. */
abstract class Waiter {

    private final List<Slot> slots;

    Waiter(List<Slot> slots) {
        this.slots = slots;
    }

    final List<Slot> slots() {
        return slots;
    }

    final boolean waitsFor(Slot slot) {
        return slots.contains(slot);
    }

    /** Takes an event and settles it; false if this has given up meanwhile, and the event is somebody else's. */
    abstract boolean offer(DispatchedEvent event);

    /** The system is closed: nothing will come any more. */
    abstract void close();
}
