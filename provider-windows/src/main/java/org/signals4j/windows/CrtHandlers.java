/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import org.signals4j.windows.jna.CrtHandler;
import org.signals4j.windows.jna.Ucrt;

/** The one handler that the C runtime may have of us. It stays for good: some thread's table may still have it. */
final class CrtHandlers {

    /** Never collected, because the runtime keeps its address. */
    private static final CrtHandler HANDLER = CrtHandlers::dispatch;

    private static volatile WindowsBackend latest;

    private CrtHandlers() {}

    /** Has signals come to a backend from now on, and returns the address to install. */
    static long addressFor(WindowsBackend backend, Ucrt ucrt) {
        synchronized (CrtHandlers.class) {
            if (latest == null) {
                Native.setCallbackThreadInitializer(
                        HANDLER, new CallbackThreadInitializer(true, true, "signals4j raised signal"));
            }
            latest = backend;
            return ucrt.address(HANDLER);
        }
    }

    private static void dispatch(int number) {
        latest.raisedInCrt(number);
    }
}
