/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Signals one after the other, for a thread that takes them when it likes; see {@link Signals#stream}. Every arrival is
 * an event of its own. What comes while the stream is full is counted and dropped.
 *
 * <p>Safe for use by several threads; each event goes to one of them.
 *
 * @since 0.1
 */
public interface SignalStream extends Iterator<SignalEvent>, AutoCloseable {

    /**
     * Waits for an event.
     *
     * @return true when there is one; false when the stream was closed and is empty, and when the thread is interrupted
     *     while there is none, which it then still is
     */
    @Override
    boolean hasNext();

    /**
     * Waits for an event and takes it.
     *
     * @return the event
     * @throws NoSuchElementException where {@link #hasNext()} is false
     */
    @Override
    SignalEvent next();

    /**
     * Waits for an event for a limited time and takes it.
     *
     * @param timeout how long at most; zero does not wait
     * @return the event; empty if the time was up first, or the stream was closed and is empty
     * @throws InterruptedException if the thread is interrupted; nothing was taken then
     * @throws IllegalArgumentException if the time is negative
     */
    Optional<SignalEvent> poll(Duration timeout) throws InterruptedException;

    /**
     * Returns how many events were dropped because the stream was full.
     *
     * @return 0 or more
     */
    long overflow();

    /**
     * Ends the subscription and wakes who waits. What was queued can still be taken. Closing the system does the same.
     * Closing again does nothing.
     */
    @Override
    void close();
}
