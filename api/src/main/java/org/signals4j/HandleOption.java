/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Objects;
import java.util.function.BiConsumer;

/**
 * How a signal is taken.
 *
 * @since 0.1
 */
public sealed interface HandleOption extends SubscribeOption permits HandleOptions {

    /**
     * Takes SIGHUP, SIGINT or SIGTERM even if the process was started with the signal ignored ({@code nohup},
     * {@code command &} in a script). Without it such a signal stays ignored, as the JVM does.
     */
    HandleOption OVERRIDE_IGNORED = new HandleOptions.OverrideIgnored();

    /** Takes the signal even if a native handler is there that is neither the JVM's nor ours. */
    HandleOption FORCE = new HandleOptions.Force();

    /**
     * Gives what the handler or listener throws to an exception handler, instead of the log. It is called on the thread
     * that ran the handler; what it throws itself is logged.
     *
     * @param handler takes the event and what was thrown
     * @return the option
     */
    static HandleOption onException(BiConsumer<? super SignalEvent, ? super Throwable> handler) {
        return new HandleOptions.OnException(Objects.requireNonNull(handler, "handler"));
    }
}
