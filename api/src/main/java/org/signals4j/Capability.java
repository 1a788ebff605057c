/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * What one provider can do and another cannot. An operation whose capability is absent throws
 * {@link UnsupportedOperationException}; a detail whose capability is absent is empty.
 *
 * @since 0.1
 */
public enum Capability {
    /** Events come in the order in which the system delivered the signals. */
    ARRIVAL_ORDER("linux, macos"),
    /** The current disposition is asked of the kernel, so that changes by others are seen. */
    KERNEL_STATE("linux, macos"),
    /** {@link SignalHandler#IGNORE} is the real SIG_IGN for every signal, inherited by child processes. */
    REAL_IGNORE("linux, macos"),
    /** {@link HandleOption#OVERRIDE_IGNORED} works. */
    OVERRIDE_IGNORED("linux, macos, windows"),
    /** {@link SignalHandler#SYSTEM_DEFAULT} and default actions exactly as the system's own, stops included. */
    SYSTEM_DEFAULT("linux, macos"),
    /** Events say what made them and, where the system tells, who sent them. */
    SENDER("linux, macos"),
    /** Real-time signals. */
    REALTIME("linux"),
    /** Raising a signal in this process. */
    RAISE("linux, macos, windows, sunmisc"),
    /** Sending to another process. */
    SEND("linux, macos"),
    /** Sending to a process group. */
    SEND_GROUP("linux, macos, windows"),
    /** Group 0 means the processes that share this console, and can be sent to. */
    CONSOLE_GROUP("windows"),
    /** Sending a signal with a value. */
    QUEUE("linux"),
    /** Sending to one thread of this process. */
    THREAD_TARGET("linux, macos"),
    /** The signal mask of a thread. */
    THREAD_MASK("linux, macos"),
    /** {@link Signals#pending} shows what the kernel has, too. */
    PENDING("linux, macos"),
    /** Interval timers and the alarm. */
    TIMERS("linux, macos"),
    /** Whether a signal interrupts system calls can be chosen. */
    INTERRUPT("linux, macos");

    private final String providers;

    Capability(String providers) {
        this.providers = providers;
    }

    /**
     * Returns which of the project's providers have this.
     *
     * @return names, separated by a comma
     */
    public String providers() {
        return providers;
    }
}
