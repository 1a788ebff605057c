/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows.jna;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** {@link Kernel32} as JNA binds it. */
public final class DirectKernel32 implements Kernel32 {

    static {
        Native.register(DirectKernel32.class, NativeLibrary.getInstance("kernel32"));
    }

    /** Binds the functions. */
    public DirectKernel32() {}

    @Override
    public int lastError() {
        return Native.getLastError();
    }

    @Override
    public native boolean SetConsoleCtrlHandler(ConsoleHandler handler, boolean add);

    @Override
    public native boolean GenerateConsoleCtrlEvent(int event, int group);

    @Override
    public native int GetCurrentThreadId();

    @Override
    public native long GetModuleHandleA(String name);

    @Override
    public native boolean GetModuleHandleExA(int flags, long address, long[] module);

    @Override
    public native long GetProcAddress(long module, String name);

    @Override
    public native long CreateThread(long attributes, long stackSize, long start, long parameter, int flags, int[] id);

    @Override
    public native int ResumeThread(long thread);

    @Override
    public native int WaitForSingleObject(long handle, int millis);

    @Override
    public native boolean CloseHandle(long handle);
}
