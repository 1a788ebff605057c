/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * The thread to which handlers are bound; see {@link SignalSystem#bindMainThread()}.
 *
 * @since 0.1
 */
public interface MainThread extends AutoCloseable {

    /**
     * Returns the thread.
     *
     * @return the thread that is bound
     */
    Thread thread();

    /**
     * Ends the binding: handlers run on the dispatch thread again, those included that waited for a safe point. Closing
     * again does nothing.
     */
    @Override
    void close();
}
