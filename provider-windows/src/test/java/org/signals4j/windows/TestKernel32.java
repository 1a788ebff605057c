/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** What the tests ask of kernel32.dll to play the console. */
final class TestKernel32 {

    private static final int PROCESS_ALL_ACCESS = 0x1FFFFF;

    static {
        Native.register(TestKernel32.class, NativeLibrary.getInstance("kernel32"));
    }

    private TestKernel32() {}

    private static native long GetModuleHandleA(String name);

    private static native long GetProcAddress(long module, String name);

    private static native long CreateThread(
            long attributes, long stackSize, long start, long parameter, int flags, int[] id);

    private static native long OpenProcess(int access, boolean inherit, int pid);

    private static native long CreateRemoteThread(
            long process, long attributes, long stackSize, long start, long parameter, int flags, int[] id);

    private static native int WaitForSingleObject(long handle, int millis);

    private static native boolean CloseHandle(long handle);

    private static native long GetConsoleWindow();

    static native boolean SetConsoleCtrlHandler(long handler, boolean add);

    /** Whether this process has a window's console, which it then shares with its children and with who started it. */
    static boolean hasConsoleWindow() {
        return GetConsoleWindow() != 0;
    }

    /** Has Windows ask the handlers of this process, on a new thread. */
    static void event(ConsoleEvent event) {
        close(CreateThread(0, 0, routine(), event.number(), 0, new int[1]), "CreateThread");
    }

    /** The same, and waits until they have answered. */
    static void awaitEvent(ConsoleEvent event) {
        long thread = CreateThread(0, 0, routine(), event.number(), 0, new int[1]);
        WaitForSingleObject(thread, -1);
        close(thread, "CreateThread");
    }

    /** The same for another process. */
    static void event(int pid, ConsoleEvent event) {
        long process = OpenProcess(PROCESS_ALL_ACCESS, false, pid);
        if (process == 0) {
            throw new IllegalStateException("OpenProcess: error " + Native.getLastError());
        }
        close(
                CreateRemoteThread(process, 0, 0, routine(), event.number(), 0, new int[1]),
                "CreateRemoteThread of process " + pid);
        CloseHandle(process);
    }

    private static void close(long thread, String operation) {
        if (thread == 0) {
            throw new IllegalStateException(operation + ": error " + Native.getLastError());
        }
        CloseHandle(thread);
    }

    private static long routine() {
        return GetProcAddress(GetModuleHandleA("kernel32.dll"), "CtrlRoutine");
    }
}
