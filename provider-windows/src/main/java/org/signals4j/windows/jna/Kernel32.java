/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows.jna;

/**
 * Functions of kernel32.dll, by their names there. Addresses and handles are {@code long}: only 64-bit systems are
 * served. Safe for use by several threads.
 *
 * @see <a href="https://learn.microsoft.com/windows/console/console-functions">Console functions</a>
 */
public interface Kernel32 {

    /**
     * Returns why the last call of this thread failed.
     *
     * @return the value of {@code GetLastError} after that call
     */
    int lastError();

    /**
     * Adds or removes a handler of the console's control events; the one that was added last is asked first.
     *
     * @param handler the handler, which must stay referenced; or null for ignoring Ctrl+C
     * @param add whether to add it, or to ignore Ctrl+C
     * @return whether that worked
     */
    boolean SetConsoleCtrlHandler(ConsoleHandler handler, boolean add);

    /**
     * Sends a control event to processes that share our console.
     *
     * @param event CTRL_C_EVENT or CTRL_BREAK_EVENT
     * @param group a process group, or 0 for all
     * @return whether that worked
     */
    boolean GenerateConsoleCtrlEvent(int event, int group);

    /**
     * Returns the calling thread's id.
     *
     * @return the id
     */
    int GetCurrentThreadId();

    /**
     * Finds a library that is loaded.
     *
     * @param name its name
     * @return its handle, or 0
     */
    long GetModuleHandleA(String name);

    /**
     * Finds the library that an address belongs to.
     *
     * @param flags GET_MODULE_HANDLE_EX_FLAG_ values
     * @param address the address
     * @param module where to put its handle
     * @return whether there is one
     */
    boolean GetModuleHandleExA(int flags, long address, long[] module);

    /**
     * Finds a function of a library.
     *
     * @param module the library
     * @param name the function's name
     * @return its address, or 0
     */
    long GetProcAddress(long module, String name);

    /**
     * Starts a thread in this process.
     *
     * @param attributes 0
     * @param stackSize 0
     * @param start the function that it runs
     * @param parameter the function's argument
     * @param flags CREATE_SUSPENDED, or 0
     * @param id where to put its id
     * @return its handle, or 0
     */
    long CreateThread(long attributes, long stackSize, long start, long parameter, int flags, int[] id);

    /**
     * Has a suspended thread run.
     *
     * @param thread its handle
     * @return how often it was suspended, or -1
     */
    int ResumeThread(long thread);

    /**
     * Waits, for example for the end of a thread.
     *
     * @param handle its handle
     * @param millis how long at most, or -1
     * @return 0 if it has ended
     */
    int WaitForSingleObject(long handle, int millis);

    /**
     * Gives a handle back.
     *
     * @param handle the handle
     * @return whether that worked
     */
    boolean CloseHandle(long handle);
}
