/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

/** Default actions may end the process, or wait for the console; so none runs on a thread that has something else to do. */
final class DefaultThread {

    private DefaultThread() {}

    static void start(WindowsSignal signal, Runnable action) {
        Thread thread = new Thread(
                null, action, "signals4j default of " + signal.signal().name(), 0, false);
        thread.setDaemon(true);
        thread.start();
    }
}
