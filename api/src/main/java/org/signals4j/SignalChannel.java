/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.nio.channels.Pipe;

/**
 * Signals as bytes, for a thread that waits in a {@link java.nio.channels.Selector}; see {@link Signals#openChannel}.
 *
 * <p>Safe for use by several threads.
 *
 * @since 0.1
 */
public interface SignalChannel extends AutoCloseable {

    /**
     * Returns where to read: one byte for each arrival, the signal's number on this platform
     * ({@link Signals#lookup(int)}). It is in blocking mode at first, as every new channel.
     *
     * @return the readable end, always the same
     */
    Pipe.SourceChannel source();

    /**
     * Returns how many bytes could not be written because nobody had read for long and the channel was full. The first
     * one is logged, too.
     *
     * @return 0 or more
     */
    long overflow();

    /** Ends the subscription and closes the channel. Closing again does nothing. */
    @Override
    void close();
}
