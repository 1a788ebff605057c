/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * The signals that every POSIX system of today has. Windows has a few of them.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/signal.h.html">POSIX signal.h</a>
 * @see <a href="https://man7.org/linux/man-pages/man7/signal.7.html">signal(7)</a>
 * @since 0.1
 */
public enum StandardSignal implements Signal {
    /** Hangup of the terminal; by custom, "read your configuration again". The JVM shuts down on it. */
    SIGHUP,
    /** Interrupt from the terminal (Ctrl+C). The JVM shuts down on it. */
    SIGINT,
    /** Quit from the terminal (Ctrl+\). The JVM prints a thread dump, and tools attach by it. */
    SIGQUIT,
    /** Illegal instruction. The JVM's own: reserved. */
    SIGILL,
    /** Trace or breakpoint trap. */
    SIGTRAP,
    /** Abort. */
    SIGABRT,
    /** Bus error. The JVM's own: reserved. */
    SIGBUS,
    /** Erroneous arithmetic. The JVM's own: reserved. */
    SIGFPE,
    /** Kill: cannot be caught, ignored or blocked. */
    SIGKILL,
    /** User-defined signal 1. */
    SIGUSR1,
    /** Invalid memory reference. The JVM's own: reserved. */
    SIGSEGV,
    /** User-defined signal 2. HotSpot samples threads with it. */
    SIGUSR2,
    /** Write to a pipe or socket that nobody reads. The JVM swallows it, so that the write fails instead. */
    SIGPIPE,
    /** The real-time timer expired. */
    SIGALRM,
    /** Request to terminate. The JVM shuts down on it. */
    SIGTERM,
    /** A child process ended, stopped or continued. */
    SIGCHLD,
    /** Continue if stopped. */
    SIGCONT,
    /** Stop: cannot be caught, ignored or blocked. */
    SIGSTOP,
    /** Stop from the terminal (Ctrl+Z). */
    SIGTSTP,
    /** A background process reads from the terminal. */
    SIGTTIN,
    /** A background process writes to the terminal. */
    SIGTTOU,
    /** Urgent data on a socket. */
    SIGURG,
    /** The limit of CPU time was exceeded. */
    SIGXCPU,
    /** The limit of a file's size was exceeded. The JVM swallows it, so that the write fails instead. */
    SIGXFSZ,
    /** The timer of the process's own CPU time expired. */
    SIGVTALRM,
    /** The profiling timer expired. */
    SIGPROF,
    /** The terminal's window changed its size. */
    SIGWINCH,
    /** Input or output is possible (also called SIGPOLL). */
    SIGIO,
    /** Bad system call. */
    SIGSYS
}
