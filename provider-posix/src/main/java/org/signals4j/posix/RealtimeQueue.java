/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

/**
 * The kernel's own queue of real-time signals, for those that every thread has blocked. Used by the thread that reads.
 */
public interface RealtimeQueue {

    /**
     * Returns where to read.
     *
     * @return a descriptor that does not block; negative where there are no real-time signals
     */
    int descriptor();

    /**
     * Returns what understands the records, which are as long as those in the pipe.
     *
     * @return the decoder
     */
    SiginfoDecoder decoder();

    /**
     * Has the descriptor yield more signals.
     *
     * @param signals which; a mask of all signals that it is to yield from now on
     */
    void accept(long signals);

    /** Closes the descriptor. */
    void close();
}
