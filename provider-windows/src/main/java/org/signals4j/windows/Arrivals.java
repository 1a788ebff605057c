/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;

/**
 * What has arrived and was not read yet. What was raised is counted for each number, so that no flood makes this grow;
 * console events wait one by one, each on a thread of its own.
 */
final class Arrivals {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition somethingNew = lock.newCondition();

    // Guarded by the lock.
    private final ArrayDeque<Arrival> waiting = new ArrayDeque<>();
    private final int[] counts;
    private boolean woken;

    private record Arrival(int number, ConsoleArrival console) {}

    Arrivals(int highestNumber) {
        counts = new int[highestNumber + 1];
    }

    void addRaised(int number) {
        lock.lock();
        try {
            if (counts[number] == 0) {
                waiting.add(new Arrival(number, null));
            }
            if (counts[number] < Integer.MAX_VALUE) {
                counts[number]++;
            }
            somethingNew.signal();
        } finally {
            lock.unlock();
        }
    }

    void addConsole(ConsoleArrival arrival) {
        lock.lock();
        try {
            waiting.add(new Arrival(arrival.event().signal().number(), arrival));
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
            while (waiting.isEmpty() && !woken) {
                somethingNew.awaitUninterruptibly();
            }
            woken = false;
            for (Arrival arrival; (arrival = waiting.poll()) != null; ) {
                batch.add(delivery(arrival));
            }
        } finally {
            lock.unlock();
        }
    }

    private Delivery delivery(Arrival arrival) {
        int number = arrival.number();
        ConsoleArrival console = arrival.console();
        if (console == null) {
            int count = counts[number];
            counts[number] = 0;
            return Delivery.withoutDetail(number, count);
        }
        ConsoleEvent event = console.event();
        return new Delivery(number, event.cause(), event.number(), 0, -1, false, 0, 0, 1, console);
    }
}
