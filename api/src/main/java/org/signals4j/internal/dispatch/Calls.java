/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.function.BiConsumer;
import org.signals4j.SignalEvent;

/** What happens when the user's code throws. */
final class Calls {

    private Calls() {}

    static void failed(
            BiConsumer<? super SignalEvent, ? super Throwable> onException, SignalEvent event, Throwable thrown) {
        try {
            onException.accept(event, thrown);
        } catch (Throwable again) { // the last resort: nothing may end the dispatch thread
            Log.exceptionHandlerFailed(event, again);
        }
    }
}
