/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows.jna;

/**
 * Functions of ucrtbase.dll, the C runtime that the JVM uses, by their names there. Other runtimes (msvcrt.dll, and
 * those linked statically) have tables of their own. Safe for use by several threads.
 *
 * @see <a href="https://learn.microsoft.com/cpp/c-runtime-library/reference/signal">signal</a>
 */
public interface Ucrt {

    /**
     * Returns why the last call of this thread failed.
     *
     * @return the value of {@code errno}
     */
    int errno();

    /**
     * Sets what happens when a signal is raised: for the process, or for the calling thread with SIGFPE.
     *
     * @param number the signal
     * @param handler a function's address, 0 for SIG_DFL or 1 for SIG_IGN
     * @return what was set before, or -1
     */
    long signal(int number, long handler);

    /**
     * Raises a signal on the calling thread: resets it to SIG_DFL and calls its handler.
     *
     * @param number the signal
     * @return 0, or not 0 if it failed
     */
    int raise(int number);

    /**
     * Returns a handler's address for {@link #signal}.
     *
     * @param handler the handler, which must stay referenced
     * @return always the same for the same handler
     */
    long address(CrtHandler handler);
}
