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
    private boolean closed;

    /** The binding that is in force, or null. */
    BoundThread bound() {
        BoundThread now = bound;
        return now != null && now.isInForce() ? now : null;
    }

    /** Puts a binding into force, unless there is one, and returns the one that is in force then. */
    BoundThread bind(BoundThread newBound) {
        bound(); // whose thread has ended goes now: it has events to give back, which is no work for the monitor
        synchronized (monitor) {
            if (bound == null) {
                bound = newBound;
            }
            return bound;
        }
    }

    void unbind(BoundThread old) {
        synchronized (monitor) {
            if (bound == old) {
                bound = null;
            }
        }
    }

    /** The system is closed: ends the binding, so that what is due on it gets its default action, and every rest. */
    void close() {
        synchronized (monitor) {
            closed = true;
            monitor.notifyAll();
        }
        BoundThread last = bound;
        if (last != null) {
            last.close();
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
     * Waits as {@link #await} does, for who is not told otherwise that the system was closed.
     *
     * @throws IllegalStateException if it is closed before the condition holds or the time is up
     */
    void rest(BooleanSupplier condition, long nanos) throws InterruptedException {
        if (await(() -> closed || condition.getAsBoolean(), nanos) && !condition.getAsBoolean()) {
            throw new IllegalStateException("the SignalSystem was closed while a thread paused or slept");
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
