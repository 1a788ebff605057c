/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * What made a signal: {@code si_code} of {@code siginfo_t} as a type. The raw number is {@link SignalEvent#code()}.
 *
 * <p>Below zero, Linux takes the word of the sender for it: a process may forge it, together with pid and uid.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/sigaction.2.html">sigaction(2)</a>
 * @since 0.1
 */
public enum SignalCause {
    /** The provider does not know, or the record of the signal was lost. */
    UNKNOWN,
    /** Another process or this one, by {@code kill} (SI_USER). */
    USER,
    /** By {@code sigqueue}, with a value (SI_QUEUE). */
    QUEUE,
    /** Directed to one thread, by {@code raise} or {@code pthread_kill} (SI_TKILL). */
    THREAD,
    /** A POSIX timer expired (SI_TIMER). */
    TIMER,
    /** A message arrived on an empty message queue (SI_MESGQ). */
    MESSAGE_QUEUE,
    /** An asynchronous input or output was completed (SI_ASYNCIO). */
    ASYNC_IO,
    /** An asynchronous look-up of a name was completed (SI_ASYNCNL). */
    ASYNC_NAME_LOOKUP,
    /** Queued SIGIO (SI_SIGIO). */
    SIGIO,
    /** The kernel: the terminal, a timer of {@code alarm} or {@code setitimer}, a limit (SI_KERNEL). */
    KERNEL,
    /** A fault, breakpoint or bad system call of the interrupted thread; see the code. */
    FAULT,
    /** A child process has exited (CLD_EXITED). */
    CHILD_EXITED,
    /** A child process was killed by a signal (CLD_KILLED). */
    CHILD_KILLED,
    /** A child process was killed by a signal and left a core image (CLD_DUMPED). */
    CHILD_DUMPED,
    /** A traced child process has trapped (CLD_TRAPPED). */
    CHILD_TRAPPED,
    /** A child process has stopped (CLD_STOPPED). */
    CHILD_STOPPED,
    /** A stopped child process has continued (CLD_CONTINUED). */
    CHILD_CONTINUED,
    /** Data to read (POLL_IN). */
    POLL_IN,
    /** Room to write (POLL_OUT). */
    POLL_OUT,
    /** A message to read (POLL_MSG). */
    POLL_MSG,
    /** An input or output error (POLL_ERR). */
    POLL_ERR,
    /** Urgent data to read (POLL_PRI). */
    POLL_PRI,
    /** The device was disconnected (POLL_HUP). */
    POLL_HUP,
    /** Windows: Ctrl+C on the console. */
    CONSOLE_CTRL_C,
    /** Windows: Ctrl+Break on the console. */
    CONSOLE_CTRL_BREAK,
    /** Windows: the console is closed. */
    CONSOLE_CLOSE,
    /** Windows: the user logs off. */
    CONSOLE_LOGOFF,
    /** Windows: the system shuts down. */
    CONSOLE_SHUTDOWN;

    /**
     * Tells whether this is a change of a child process, so that {@link SignalEvent#childStatus()} is present.
     *
     * @return whether the constant's name starts with CHILD
     */
    public boolean isChild() {
        return compareTo(CHILD_EXITED) >= 0 && compareTo(CHILD_CONTINUED) <= 0;
    }
}
