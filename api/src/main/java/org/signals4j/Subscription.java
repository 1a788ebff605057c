/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Set;

/**
 * A listener that watches signals until it is closed.
 *
 * @since 0.1
 */
public interface Subscription extends AutoCloseable {

    /**
     * Returns the signals of this subscription.
     *
     * @return an unmodifiable set, the same before and after close
     */
    Set<Signal> signals();

    /**
     * Tells whether every signal of this subscription reaches signals4j.
     *
     * @return false once closed, and while {@link #isActive(Signal)} is false for any of the signals
     */
    boolean isActive();

    /**
     * Tells whether a signal reaches signals4j for this subscription. It does not if it was ignored when the process
     * started and the subscription does not {@linkplain HandleOption#OVERRIDE_IGNORED override} that, or if somebody
     * replaced our handler since.
     *
     * @param signal one of the signals of this subscription
     * @return whether it is open and the signal is taken
     * @throws IllegalArgumentException if the signal is not of this subscription
     */
    boolean isActive(Signal signal);

    /**
     * Ends the subscription. After return no new call of the listener starts; one that runs is not waited for, so that
     * a listener may close its own subscription. If nobody else wants a signal, what the process did with it before is
     * restored; a signal that is on its way then gets its default action. Closing again does nothing.
     */
    @Override
    void close();
}
