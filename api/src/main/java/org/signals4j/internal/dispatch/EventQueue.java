/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.ArrayDeque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What waits for the dispatch thread, in the order of arrival. Bounded: a standard signal waits at most once, merging
 * what arrives meanwhile, and for real-time signals the owner has a limit. Not safe for several threads.
 */
final class EventQueue {

    private final ArrayDeque<DispatchedEvent> events = new ArrayDeque<>();

    /** The one event of each standard signal that waits. */
    private final Map<Slot, DispatchedEvent> waiting = new IdentityHashMap<>();

    private int realtime;

    boolean isEmpty() {
        return events.isEmpty();
    }

    /** How many real-time events wait. */
    int realtime() {
        return realtime;
    }

    void add(DispatchedEvent event) {
        Slot slot = event.slot();
        if (slot.isRealtime()) {
            realtime++;
        } else {
            DispatchedEvent earlier = waiting.putIfAbsent(slot, event);
            if (earlier != null) {
                slot.countMerged(event.count());
                earlier.merge(event);
                return;
            }
        }
        events.add(event);
    }

    /** Takes the oldest event, or null if there is none. */
    DispatchedEvent poll() {
        DispatchedEvent event = events.poll();
        if (event == null) {
            return null;
        }
        if (event.slot().isRealtime()) {
            realtime--;
        } else {
            waiting.remove(event.slot());
        }
        return event;
    }
}
