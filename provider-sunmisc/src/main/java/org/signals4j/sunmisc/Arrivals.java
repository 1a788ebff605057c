/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;

/** What has arrived and was not read yet: a count for each number, so that no flood makes it grow. */
final class Arrivals {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingNew = lock.newCondition();

    // Guarded by the lock.
    private final int[] counts;
    private final int[] order;
    private int size;
    private boolean woken;

    Arrivals(int highestNumber) {
        counts = new int[highestNumber + 1];
        order = new int[highestNumber + 1];
    }

    void add(int number) {
        lock.lock();
        try {
            if (counts[number] == 0) {
                order[size++] = number;
            }
            if (counts[number] < Integer.MAX_VALUE) {
                counts[number]++;
            }
            somethingNew.signal();
        } finally {
            lock.unlock();
        }
    }

    void wake() {
        lock.lock();
        try {
            woken = true;
            somethingNew.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until there is something or {@link #wake()} was called, and moves what there is into a batch. */
    void take(DeliveryBatch batch) {
        lock.lock();
        try {
            while (size == 0 && !woken) {
                somethingNew.awaitUninterruptibly();
            }
            woken = false;
            for (int i = 0; i < size; i++) {
                batch.add(Delivery.withoutDetail(order[i], counts[order[i]]));
                counts[order[i]] = 0;
            }
            size = 0;
        } finally {
            lock.unlock();
        }
    }
}
