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

    /**
     * Ends the subscription and closes the channel: a read that waits fails with a {@link
     * java.nio.channels.ClosedChannelException} or finds the end of the stream. Closing again does nothing.
     *
     * <p>When the system is closed the subscription ends as well, and who reads or selects comes to the end of the
     * stream, after what was written. This is still to be called then.
     */
    @Override
    void close();
}
