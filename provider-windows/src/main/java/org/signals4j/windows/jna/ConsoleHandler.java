/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows.jna;

import com.sun.jna.Callback;

/**
 * HandlerRoutine: what Windows calls with a control event, on a new ordinary thread.
 *
 * @see <a href="https://learn.microsoft.com/windows/console/handlerroutine">HandlerRoutine</a>
 */
@FunctionalInterface
public interface ConsoleHandler extends Callback {

    /**
     * Handles an event.
     *
     * @param event CTRL_C_EVENT and so on
     * @return not 0 if it is handled; 0 has the handler that was registered before asked
     */
    int called(int event);
}
