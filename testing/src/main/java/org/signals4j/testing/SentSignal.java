/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.util.Objects;
import java.util.OptionalLong;
import org.signals4j.Signal;

/**
 * A signal that the program has sent.
 *
 * @param target what {@code id} is the id of
 * @param id the process, the group or the thread
 * @param signal the signal
 * @param value what was queued with it; empty if it was not queued
 * @since 0.1
 */
public record SentSignal(Target target, long id, Signal signal, OptionalLong value) {

    /** What a signal is sent to. */
    public enum Target {
        /** A process, by {@code send} or {@code queue}. */
        PROCESS,
        /** A group of processes, by {@code sendToGroup}. */
        GROUP,
        /** A thread of this process, by {@code sendToThread}. */
        THREAD
    }

    /**
     * Creates a record; in tests {@link #toProcess}, {@link #queued}, {@link #toGroup} and {@link #toThread} read
     * better.
     *
     * @param target as above
     * @param id as above
     * @param signal as above
     * @param value as above
     */
    public SentSignal {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(value, "value");
    }

    /**
     * Returns what {@code Signals.send} leaves.
     *
     * @param pid the process
     * @param signal the signal
     * @return the record
     */
    public static SentSignal toProcess(long pid, Signal signal) {
        return new SentSignal(Target.PROCESS, pid, signal, OptionalLong.empty());
    }

    /**
     * Returns what {@code Signals.queue} leaves.
     *
     * @param pid the process
     * @param signal the signal
     * @param value the value
     * @return the record
     */
    public static SentSignal queued(long pid, Signal signal, long value) {
        return new SentSignal(Target.PROCESS, pid, signal, OptionalLong.of(value));
    }

    /**
     * Returns what {@code Signals.sendToGroup} leaves.
     *
     * @param group the group
     * @param signal the signal
     * @return the record
     */
    public static SentSignal toGroup(long group, Signal signal) {
        return new SentSignal(Target.GROUP, group, signal, OptionalLong.empty());
    }

    /**
     * Returns what {@code sendToThread} leaves.
     *
     * @param thread the system's id of the thread
     * @param signal the signal
     * @return the record
     */
    public static SentSignal toThread(long thread, Signal signal) {
        return new SentSignal(Target.THREAD, thread, signal, OptionalLong.empty());
    }
}
