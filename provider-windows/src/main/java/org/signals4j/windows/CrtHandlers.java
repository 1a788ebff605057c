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

    /** Who gets what is raised: the latest that has installed the handler. */
    private static volatile WindowsBackend registered;

    private CrtHandlers() {}

    static {
        Native.setCallbackThreadInitializer(
                HANDLER, new CallbackThreadInitializer(true, true, "signals4j raised signal"));
    }

    /** Returns the address to install. */
    static long address(Ucrt ucrt) {
        return ucrt.address(HANDLER);
    }

    /** Has signals come to a backend from now on. */
    static void register(WindowsBackend backend) {
        registered = backend;
    }

    private static void dispatch(int number) {
        registered.raisedInCrt(number);
    }
}
