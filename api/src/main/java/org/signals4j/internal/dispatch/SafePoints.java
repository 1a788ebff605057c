/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.function.BooleanSupplier;

/**
 * Where threads wait for signals to be dealt with. If the bound main thread waits here, it runs the handlers that are
 * due on it.
 */
final class SafePoints {

    /** A deadline that never comes. */
    static final long NEVER = Long.MAX_VALUE;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Object monitor = new Object();
    private volatile BoundThread bound;

    // Guarded by the monitor.
    private int waiting;
    private long handled;

    /** The binding that is in force, or null. */
    BoundThread bound() {
        BoundThread now = bound;
        return now != null && now.isInForce() ? now : null;
    }

    /** Puts a binding into force. Tells whether there was none before. */
    boolean bind(BoundThread newBound) {
        synchronized (monitor) {
            if (bound() != null) {
                return false;
            }
            bound = newBound;
            return true;
        }
    }

    void unbind(BoundThread old) {
        synchronized (monitor) {
            if (bound == old) {
                bound = null;
            }
        }
    }

    /** Something that a waiting thread may be waiting for has happened. */
    void changed() {
        synchronized (monitor) {
            if (waiting > 0) {
                monitor.notifyAll();
            }
        }
    }

    /** Somebody was called with an event. */
    void countHandled() {
        synchronized (monitor) {
            handled++;
            if (waiting > 0) {
                monitor.notifyAll();
            }
        }
    }

    long handled() {
        synchronized (monitor) {
            return handled;
        }
    }

    /**
     * Waits until a condition holds; {@link #changed} has to be called when it may have come to.
     *
     * @param nanos how long at most, or {@link #NEVER}
     * @return whether the condition holds
     */
    boolean await(BooleanSupplier condition, long nanos) throws InterruptedException {
        BoundThread mine = bound();
        boolean isBound = mine != null && mine.thread() == Thread.currentThread();
        long start = System.nanoTime();
        while (true) {
            if (isBound) {
                mine.runDue();
            }
            synchronized (monitor) {
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                if (condition.getAsBoolean()) {
                    return true;
                }
                long left = nanos == NEVER ? NEVER : nanos - (System.nanoTime() - start);
                if (left <= 0) {
                    return false;
                }
                if (isBound && mine.hasDue()) {
                    continue;
                }
                waiting++;
                try {
                    if (left == NEVER) {
                        monitor.wait();
                    } else {
                        monitor.wait(left / NANOS_PER_MILLI, (int) (left % NANOS_PER_MILLI));
                    }
                } finally {
                    waiting--;
                }
            }
        }
    }
}
