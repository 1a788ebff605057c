/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import com.sun.jna.CallbackThreadInitializer;
import com.sun.jna.Native;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.signals4j.windows.jna.ConsoleHandler;
import org.signals4j.windows.jna.Kernel32;

/**
 * The console's control events. One handler is registered, when it is first needed, and stays: it passes on what nobody
 * wants, and removing it would wait for events that wait for us.
 */
final class Console {

    /** Takes an event; true if it is handled. */
    interface Receiver {
        boolean take(ConsoleEvent event);
    }

    private static final int CREATE_SUSPENDED = 4;
    private static final int FOREVER = -1;
    private static final int NOT_RESUMED = -1;

    /** Never collected, because Windows keeps its address. */
    private static final ConsoleHandler HANDLER = Console::dispatch;

    /** Who gets the events: the latest that has registered. */
    private static volatile Console registered;

    private final Kernel32 kernel32;
    private final Receiver receiver;

    /** The ids of threads whose event we have made ourselves for others: what was there before is to have it. */
    private final Set<Integer> passing = ConcurrentHashMap.newKeySet();

    Console(Kernel32 kernel32, Receiver receiver) {
        this.kernel32 = kernel32;
        this.receiver = receiver;
    }

    /** Has events come to the receiver from now on. */
    void register() {
        synchronized (Console.class) {
            Console before = registered;
            if (before == this) {
                return;
            }
            if (before == null || before.kernel32 != kernel32) {
                Native.setCallbackThreadInitializer(
                        HANDLER, new CallbackThreadInitializer(true, true, "signals4j console event"));
                registered = this;
                if (!kernel32.SetConsoleCtrlHandler(HANDLER, true)) {
                    registered = before;
                    throw WindowsErrors.last(kernel32, "SetConsoleCtrlHandler(add)");
                }
            }
            registered = this;
        }
    }

    /** Undoes an ignore of Ctrl+C that this process was started with. */
    void enableCtrlC() {
        if (!kernel32.SetConsoleCtrlHandler(null, false)) {
            throw WindowsErrors.last(kernel32, "SetConsoleCtrlHandler(NULL, FALSE)");
        }
    }

    void send(ConsoleEvent event, int group) {
        if (!kernel32.GenerateConsoleCtrlEvent(event.number(), group)) {
            throw WindowsErrors.last(kernel32, "GenerateConsoleCtrlEvent(" + event + "_EVENT, " + group + ")");
        }
    }

    private static int dispatch(int event) {
        Console console = registered;
        Optional<ConsoleEvent> known = ConsoleEvent.of(event);
        if (console == null || known.isEmpty()) {
            return 0;
        }
        boolean madeHere = console.passing.contains(console.kernel32.GetCurrentThreadId());
        return !madeHere && console.receiver.take(known.get()) ? 1 : 0;
    }

    /**
     * Has all other handlers asked, the JVM's among them, as if the event came to this process alone and we were not
     * there. Returns when they were, if the process still is.
     *
     * @throws org.signals4j.SignalException if this Windows cannot do that
     */
    void passOn(ConsoleEvent event) {
        // Where Windows starts the thread of an event. Exported, and not documented; Git for Windows uses it as well.
        long routine = kernel32.GetProcAddress(kernel32.GetModuleHandleA("kernel32.dll"), "CtrlRoutine");
        int[] id = new int[1];
        long thread = routine == 0 ? 0 : kernel32.CreateThread(0, 0, routine, event.number(), CREATE_SUSPENDED, id);
        if (thread == 0) {
            throw WindowsErrors.last(
                    kernel32, routine == 0 ? "GetProcAddress(CtrlRoutine)" : "CreateThread(CtrlRoutine)");
        }
        passing.add(id[0]);
        try {
            if (kernel32.ResumeThread(thread) == NOT_RESUMED) {
                throw WindowsErrors.last(kernel32, "ResumeThread(CtrlRoutine)");
            }
            kernel32.WaitForSingleObject(thread, FOREVER);
        } finally {
            passing.remove(id[0]);
            kernel32.CloseHandle(thread);
        }
    }
}
