/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.util.Map;

/**
 * An outside sender: has the console's handlers of another process asked, as Windows does when an event comes. Arguments:
 * the pid, and SIGINT, SIGBREAK, SIGTERM (as the console is closed), LOGOFF or SHUTDOWN.
 */
public final class CtrlSender {

    private static final Map<String, ConsoleEvent> EVENTS = Map.of(
            "SIGINT", ConsoleEvent.CTRL_C,
            "SIGBREAK", ConsoleEvent.CTRL_BREAK,
            "SIGTERM", ConsoleEvent.CLOSE,
            "LOGOFF", ConsoleEvent.LOGOFF,
            "SHUTDOWN", ConsoleEvent.SHUTDOWN);

    private CtrlSender() {}

    public static void main(String[] arguments) {
        ConsoleEvent event = EVENTS.get(arguments[1]);
        if (event == null) {
            throw new IllegalArgumentException("no event of a console is " + arguments[1]);
        }
        TestKernel32.event(Integer.parseInt(arguments[0]), event);
    }
}
