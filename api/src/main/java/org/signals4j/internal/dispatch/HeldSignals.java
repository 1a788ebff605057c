/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.signals4j.Hold;
import org.signals4j.Signal;

/** A hold that somebody has, until it is closed. */
final class HeldSignals implements Hold {

    private final List<Slot> slots;
    private final Set<Signal> signals;
    private final Registry registry;
    private final Dispatcher dispatcher;
    private final AtomicBoolean open = new AtomicBoolean(true);

    HeldSignals(List<Slot> slots, Registry registry, Dispatcher dispatcher) {
        this.slots = slots;
        this.registry = registry;
        this.dispatcher = dispatcher;
        Set<Signal> all = new LinkedHashSet<>();
        slots.forEach(slot -> all.add(slot.spec().signal()));
        this.signals = Collections.unmodifiableSet(all);
    }

    @Override
    public Set<Signal> signals() {
        return signals;
    }

    @Override
    public void close() {
        if (open.compareAndSet(true, false)) {
            dispatcher.release(slots);
            registry.giveBack(slots);
        }
    }

    @Override
    public String toString() {
        return "Hold" + signals + (open.get() ? "" : " (closed)");
    }
}
