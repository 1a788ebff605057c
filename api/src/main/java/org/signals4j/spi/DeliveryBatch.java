/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.spi;

import java.util.Arrays;
import java.util.Objects;

/**
 * What one call of {@link SignalBackend#receive} has read. Belongs to the thread that reads.
 *
 * @since 0.1
 */
public final class DeliveryBatch {

    private Delivery[] deliveries = new Delivery[64];
    private int size;
    private int realtimeRoom = Integer.MAX_VALUE;

    /** Creates an empty batch. */
    public DeliveryBatch() {}

    /**
     * Appends a delivery, in the order of arrival if the provider knows that.
     *
     * @param delivery what was read
     */
    public void add(Delivery delivery) {
        Objects.requireNonNull(delivery, "delivery");
        if (size == deliveries.length) {
            deliveries = Arrays.copyOf(deliveries, size * 2);
        }
        deliveries[size++] = delivery;
    }

    /**
     * Returns the number of deliveries.
     *
     * @return 0 or more
     */
    public int size() {
        return size;
    }

    /**
     * Returns a delivery.
     *
     * @param index 0 to {@code size() - 1}
     * @return the delivery
     */
    public Delivery get(int index) {
        return deliveries[Objects.checkIndex(index, size)];
    }

    /**
     * Returns how many more real-time signals the reader has room for. When there is none, the backend leaves them with
     * the kernel, which tells senders when it is full.
     *
     * @return 0 or more; a backend may exceed it by what it has read already
     */
    public int realtimeRoom() {
        return realtimeRoom;
    }

    /**
     * Empties the batch. Called by the api before it reads.
     *
     * @param newRealtimeRoom how many real-time signals it has room for
     */
    public void reset(int newRealtimeRoom) {
        Arrays.fill(deliveries, 0, size, null);
        size = 0;
        realtimeRoom = newRealtimeRoom;
    }
}
