/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * What watches signals; see {@link Signals#subscribe(java.util.Collection, SignalListener, SubscribeOption...)}.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SignalListener {

    /**
     * Called for each event, on the dispatch thread, or by the executor of the subscription.
     *
     * @param event what arrived
     * @throws Exception anything; it goes to the exception handler of the subscription, by default to the log
     */
    void onSignal(SignalEvent event) throws Exception;
}
