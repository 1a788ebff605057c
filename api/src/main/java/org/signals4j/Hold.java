/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Set;

/**
 * Signals that are held back from everything in this process until this is closed; see {@link Signals#hold}.
 *
 * @since 0.1
 */
public interface Hold extends AutoCloseable {

    /**
     * Returns the signals of this hold.
     *
     * @return an unmodifiable set, the same before and after close
     */
    Set<Signal> signals();

    /**
     * Lets the signals go. When the last hold of a signal is closed, what was held is delivered: a standard signal as
     * one event, a real-time signal as one event each; where nobody takes it, its default action happens. May be called
     * by any thread. Closing again does nothing.
     */
    @Override
    void close();
}
