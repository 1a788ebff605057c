/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One arrival of a signal, or several of a standard signal that had to wait behind a running handler and were merged.
 * The details of a merged event are those of the first arrival; {@link #count()} says how many there were.
 *
 * <p>Safe for use by several threads, and usable for as long as one likes, but for {@link #cancelDefault()}. Python:
 * the arguments of a handler, which there are the number and the interrupted stack frame. There is no frame here,
 * because a handler does not run on the interrupted thread.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/sigaction.2.html">sigaction(2), siginfo_t</a>
 * @since 0.1
 */
public interface SignalEvent {

    /**
     * Returns the signal.
     *
     * @return the signal that arrived
     */
    Signal signal();

    /**
     * Returns the signal's number on this platform.
     *
     * @return a number greater than zero
     */
    int number();

    /**
     * Returns what made the signal.
     *
     * @return the cause; {@link SignalCause#UNKNOWN} where the provider lacks {@link Capability#SENDER}
     */
    SignalCause cause();

    /**
     * Returns the raw {@code si_code}.
     *
     * @return the platform's number for the cause; empty if unknown
     */
    OptionalInt code();

    /**
     * Returns the process that sent the signal or, for a change of a child process, the child.
     *
     * @return the pid; empty where it is not known, where the kernel is the sender, and where the sender has no pid in
     *     our PID namespace
     */
    OptionalLong pid();

    /**
     * Returns the real user id of the process that is {@link #pid()}.
     *
     * @return the uid; empty where the pid is
     */
    OptionalLong uid();

    /**
     * Returns the value that was queued with the signal, as C's {@code si_value.sival_int}.
     *
     * @return the value; empty if the signal was not queued with one
     */
    OptionalInt value();

    /**
     * Returns the value that was queued with the signal, as C's {@code si_value.sival_ptr}.
     *
     * @return the value; empty if the signal was not queued with one
     */
    OptionalLong rawValue();

    /**
     * Returns what became of a child process: its exit status for {@link SignalCause#CHILD_EXITED}, else the number of
     * the signal.
     *
     * @return the status; empty unless {@link SignalCause#isChild()}
     */
    OptionalInt childStatus();

    /**
     * Returns how many arrivals this event stands for. The kernel merges standard signals too, before anyone can count
     * them.
     *
     * @return 1 or more
     */
    long count();

    /**
     * Returns when the signal was read.
     *
     * @return the time of the wall clock at which signals4j learned of the first arrival
     */
    Instant time();

    /**
     * Suppresses the default action, and nothing else: other subscribers and the handler run all the same.
     *
     * <p>Works only while a subscriber without an executor of its own, or the handler, is being called with this event.
     *
     * @throws IllegalStateException at any other time; a subscriber with an executor declares
     *     {@link SubscribeOption#CANCEL_DEFAULT} instead
     */
    void cancelDefault();
}
