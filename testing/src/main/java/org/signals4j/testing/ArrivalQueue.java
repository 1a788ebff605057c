/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.util.ArrayDeque;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;

/** What has arrived and was not read, in the order of arrival. Guarded by the backend. */
final class ArrivalQueue {

    private record Arrived(long order, Delivery delivery) {}

    private final ArrayDeque<Arrived> standard = new ArrayDeque<>();
    private final ArrayDeque<Arrived> realtime = new ArrayDeque<>();
    private long order;

    void add(Delivery delivery, boolean isRealtime) {
        (isRealtime ? realtime : standard).add(new Arrived(order++, delivery));
    }

    boolean isEmpty() {
        return standard.isEmpty() && realtime.isEmpty();
    }

    int size() {
        return standard.size() + realtime.size();
    }

    boolean hasFor(DeliveryBatch batch) {
        return !standard.isEmpty() || (!realtime.isEmpty() && batch.realtimeRoom() > 0);
    }

    /** Moves into the batch what it has room for. */
    void moveTo(DeliveryBatch batch) {
        int room = batch.realtimeRoom();
        while (!standard.isEmpty() || (!realtime.isEmpty() && room > 0)) {
            boolean realtimeIsNext = !realtime.isEmpty()
                    && room > 0
                    && (standard.isEmpty() || realtime.peek().order < standard.peek().order);
            batch.add((realtimeIsNext ? realtime : standard).remove().delivery);
            room -= realtimeIsNext ? 1 : 0;
        }
    }
}
