/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.stream;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import org.signals4j.SignalEvent;
import org.signals4j.SignalListener;
import org.signals4j.SignalStream;
import org.signals4j.Subscription;

/** A bounded queue between the reading thread and whoever takes from the stream. */
public final class QueueStream implements SignalStream {

    private final int capacity;
    private final Subscription subscription;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock.
    private final ArrayDeque<SignalEvent> events = new ArrayDeque<>();
    private boolean closed;
    private long overflow;

    public QueueStream(int capacity, BiFunction<SignalListener, Runnable, Subscription> subscribe) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a stream needs room for at least one event, not " + capacity);
        }
        this.capacity = capacity;
        this.subscription = subscribe.apply(this::add, this::end);
    }

    private void add(SignalEvent event) {
        lock.lock();
        try {
            if (events.size() < capacity) {
                events.add(event);
                changed.signalAll(); // who is woken in hasNext need not be the one who takes it
            } else {
                overflow++;
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean hasNext() {
        lock.lock();
        try {
            while (events.isEmpty() && !closed) {
                changed.await();
            }
            return !events.isEmpty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public SignalEvent next() {
        lock.lock();
        try {
            if (hasNext()) { // under the same lock, so that nobody else takes it
                return events.remove();
            }
            throw new NoSuchElementException("the stream of signals was closed, or its reader interrupted");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Optional<SignalEvent> poll(Duration timeout) throws InterruptedException {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("a time to wait is zero or more, not " + timeout);
        }
        long left = TimeUnit.NANOSECONDS.convert(timeout);
        lock.lockInterruptibly();
        try {
            while (events.isEmpty() && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return Optional.ofNullable(events.poll());
        } finally {
            lock.unlock();
        }
    }

    @Override
    public long overflow() {
        lock.lock();
        try {
            return overflow;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        subscription.close();
    }

    private void end() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
