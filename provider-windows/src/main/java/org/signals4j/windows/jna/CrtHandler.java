/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows.jna;

import com.sun.jna.Callback;

/**
 * What the C runtime calls with a signal, on the thread that raised it.
 *
 * @see <a href="https://learn.microsoft.com/cpp/c-runtime-library/reference/signal">signal</a>
 */
@FunctionalInterface
public interface CrtHandler extends Callback {

    /**
     * Handles a signal. The runtime has reset the signal to SIG_DFL.
     *
     * @param number the signal
     */
    void called(int number);
}
