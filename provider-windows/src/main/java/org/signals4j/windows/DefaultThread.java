/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.lang.System.Logger.Level;

/** Default actions may end the process, or wait for the console; so none runs on a thread that has something else to do. */
final class DefaultThread {

    private DefaultThread() {}

    static void start(WindowsSignal signal, Runnable action) {
        String name = signal.signal().name();
        Thread thread = new Thread(null, () -> run(name, action), "signals4j default of " + name, 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    private static void run(String name, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException refused) {
            System.getLogger("org.signals4j")
                    .log(Level.WARNING, "the default action of " + name + " could not be done", refused);
        }
    }
}
