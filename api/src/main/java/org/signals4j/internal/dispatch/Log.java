/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.signals4j.Signal;
import org.signals4j.SignalEvent;

/** What is worth a line in the application's log. */
final class Log {

    /** Looked up when first needed, since finding a logger costs more than the rest of the start. */
    private static final class Holder {
        static final Logger LOGGER = System.getLogger("org.signals4j");
    }

    private Log() {}

    static void handlerFailed(SignalEvent event, Throwable thrown) {
        Holder.LOGGER.log(Level.ERROR, "a handler of " + event.signal().name() + " has thrown an exception", thrown);
    }

    static void exceptionHandlerFailed(SignalEvent event, Throwable thrown) {
        Holder.LOGGER.log(
                Level.ERROR, "an exception handler of " + event.signal().name() + " has thrown an exception", thrown);
    }

    static void inheritedIgnore(Signal signal) {
        Holder.LOGGER.log(
                Level.WARNING,
                signal.name()
                        + " was ignored when this process was started (nohup, or 'command &' in a script) and stays"
                        + " ignored; to take it all the same, pass HandleOption.OVERRIDE_IGNORED");
    }

    static void replacedByOthers(Signal signal) {
        Holder.LOGGER.log(
                Level.WARNING,
                "somebody has replaced our native handler of " + signal.name()
                        + " since it was installed; theirs stays");
    }

    static void endFailed(Subscriber subscriber, Throwable thrown) {
        Holder.LOGGER.log(Level.ERROR, "ending " + subscriber + " failed while its system was closed", thrown);
    }

    static void backendFailed(String what, Throwable thrown) {
        Holder.LOGGER.log(Level.ERROR, what + " failed; signals may be delayed", thrown);
    }
}
