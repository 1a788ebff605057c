/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.concurrent.Flow;

/**
 * Signals for reactive streams; see {@link Signals#publisher}. Every subscriber sees every arrival since it subscribed,
 * on a thread for asynchronous tasks, as a rule of the common pool, as far as it asks for them in time: its buffer has
 * room for {@link Flow#defaultBufferSize()} events, and what comes while that is full is dropped for it alone.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public interface SignalPublisher extends Flow.Publisher<SignalEvent>, AutoCloseable {

    /**
     * Returns how many events were dropped because a subscriber's buffer was full, over all subscribers.
     *
     * @return 0 or more
     */
    long overflow();

    /**
     * Ends the subscription to the signals and completes all subscribers, after what they have not taken yet. Closing
     * the system does the same. Closing again does nothing.
     */
    @Override
    void close();
}
