/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * How a subscription is made. Every {@link HandleOption} is one of these too.
 *
 * @since 0.1
 */
public sealed interface SubscribeOption permits HandleOption, SubscribeOptions {

    /**
     * Declares that the default action is not to happen while this subscription is open, as if its listener called
     * {@link SignalEvent#cancelDefault()} each time.
     */
    SubscribeOption CANCEL_DEFAULT = new SubscribeOptions.CancelDefault();

    /**
     * Has the listener called by an executor instead of the dispatch thread. Such a listener is never delayed by a
     * handler, sees every arrival on its own, and cannot call {@link SignalEvent#cancelDefault()}. If the executor
     * rejects a call, that goes to the exception handler.
     *
     * @param executor where to run the listener
     * @return the option
     */
    static SubscribeOption executor(Executor executor) {
        return new SubscribeOptions.OnExecutor(Objects.requireNonNull(executor, "executor"));
    }
}
