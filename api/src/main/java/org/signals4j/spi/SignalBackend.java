/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.IntervalTimer;
import org.signals4j.Signal;
import org.signals4j.TimerSetting;

/**
 * The signals of this process, as the system has them. A backend moves signals and decides nothing: order, merging,
 * subscriptions and defaults are the api's, which pulls from here.
 *
 * @implSpec All methods may be called by any thread at any time, {@link #receive} by one thread at a time. A signal that
 *     is passed in is always one of {@link #signals()}, one that is installed is never refused there. Where the system
 *     refuses, {@link org.signals4j.SignalException} is thrown and everything is as it was.
 * @since 0.1
 */
public interface SignalBackend extends AutoCloseable {

    /**
     * Returns what this backend can do.
     *
     * @return the capabilities
     * @implSpec Always the same set. An operation whose capability is absent is never called.
     */
    Set<Capability> capabilities();

    /**
     * Returns what a program can do on this platform in place of an operation whose capability is absent.
     *
     * @param absent the capability
     * @return the end of a sentence that says so, as "to end a process, use ProcessHandle.destroyForcibly"; or empty
     * @implSpec Becomes part of the exception for that operation. The default knows nothing.
     */
    default Optional<String> insteadOf(Capability absent) {
        return Optional.empty();
    }

    /**
     * Returns the platform's table of signals.
     *
     * @return one row for each signal, no number and no signal twice
     * @implSpec Always the same list, in the order of the numbers; real-time signals included if the capability is.
     */
    List<SignalSpec> signals();

    /**
     * Returns what the process does with a signal at this moment.
     *
     * @param signal the signal
     * @return the system's answer, or {@link Disposition#UNKNOWN} if it cannot be asked and nothing was changed by us
     * @implSpec {@link Disposition#DEFAULT} is what the signal had before the backend changed it first, so that the
     *     JVM's own handlers read as that.
     */
    Disposition disposition(Signal signal);

    /**
     * Has a signal caught, ignored, or given the system's default.
     *
     * @param signal the signal
     * @param wanted {@link Disposition#CAUGHT}, {@link Disposition#IGNORED} or {@link Disposition#SYSTEM_DEFAULT}
     * @param flags what may be overridden
     * @return {@code wanted} if that is in force now; {@link Disposition#IGNORED} or {@link Disposition#FOREIGN} if that
     *     stood in the way and was left alone
     * @implSpec An ignore of SIGHUP, SIGINT and SIGTERM that was there before the backend came is not replaced by
     *     {@code CAUGHT} without {@link InstallFlag#OVERRIDE_IGNORED}; a foreign handler is not replaced without
     *     {@link InstallFlag#FORCE}. Once this returns {@code CAUGHT}, each delivery comes out of {@link #receive}.
     */
    Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags);

    /**
     * Puts back, to the letter, what the process did with a signal before the backend changed it first.
     *
     * @param signal the signal
     * @return {@link Disposition#DEFAULT}, {@link Disposition#IGNORED} or {@link Disposition#FOREIGN} as it was put
     *     back, or {@link Disposition#FOREIGN} if somebody had replaced ours: then theirs stays
     * @implSpec Does nothing if the backend has not changed the signal. Deliveries that are on their way still come out
     *     of {@link #receive}.
     */
    Disposition restore(Signal signal);

    /**
     * Waits for deliveries and appends them to a batch.
     *
     * @param batch where to put them
     * @implSpec Returns as soon as there is one delivery or {@link #wake()} was called, perhaps with an empty batch. A
     *     wake that comes before the call counts. Nothing is lost between two calls, and a wake does not
     *     hide what has arrived: the call that finds both returns deliveries.
     */
    void receive(DeliveryBatch batch);

    /**
     * Has the call of {@link #receive} that runs now, or else the next one, return.
     *
     * @implSpec Does not block.
     */
    void wake();

    /**
     * Tells how a delivery ended. Called once for each delivery that has a token, and once for all those without one
     * that were merged into one event; in any order and from any thread.
     *
     * @param delivery what {@link #receive} gave
     * @param outcome what is to happen
     * @implSpec With {@link Outcome#DEFAULT} the backend does what the process did before the signal was taken. It
     *     returns: what may not return, such as shutting the JVM down, runs on a thread of its own.
     */
    void settle(Delivery delivery, Outcome outcome);

    /**
     * Raises a signal in this process, as {@code raise(3)} does: a standard signal is directed to the calling thread if
     * the platform has such a thing. Needs {@link Capability#RAISE}.
     *
     * @param signal the signal
     * @implSpec Works for every signal of the table, refused ones included, as far as the system lets it.
     */
    default void raise(Signal signal) {
        throw new UnsupportedOperationException("raise");
    }

    /**
     * Sends a signal to a process, as {@code kill(2)} does. Needs {@link Capability#SEND}.
     *
     * @param pid the process: 1 to {@link Integer#MAX_VALUE}, checked by the api
     * @param signal the signal
     * @implSpec Never reaches any other process than this one.
     */
    default void send(int pid, Signal signal) {
        throw new UnsupportedOperationException("send");
    }

    /**
     * Sends a signal to all processes of a group, as {@code killpg(3)} does. Needs {@link Capability#SEND_GROUP}.
     *
     * @param group the group: 2 to {@link Integer#MAX_VALUE}, or 0 with {@link Capability#CONSOLE_GROUP}; checked by the
     *     api
     * @param signal the signal
     * @implSpec Never reaches any process outside the group.
     */
    default void sendToGroup(int group, Signal signal) {
        throw new UnsupportedOperationException("sendToGroup");
    }

    /**
     * Sends a signal with a value to a process, as {@code sigqueue(3)} does. Needs {@link Capability#QUEUE}.
     *
     * @param pid the process: 1 to {@link Integer#MAX_VALUE}, checked by the api
     * @param signal the signal
     * @param value the value, of which a receiver may look at the low 32 bits only
     * @implSpec As {@link #send}.
     */
    default void queue(int pid, Signal signal, long value) {
        throw new UnsupportedOperationException("queue");
    }

    /**
     * Returns the system's id of the calling thread. Needs {@link Capability#THREAD_TARGET}.
     *
     * @return the id, greater than zero
     * @implSpec Never called by a virtual thread.
     */
    default int currentThread() {
        throw new UnsupportedOperationException("currentThread");
    }

    /**
     * Sends a signal to one thread of this process, as {@code pthread_kill(3)} does. Needs
     * {@link Capability#THREAD_TARGET}.
     *
     * @param thread the system's id of a thread
     * @param signal the signal
     * @implSpec Never reaches a thread of another process. If the JVM itself sends a signal in this way and recognises
     *     it by that (SIGUSR2), it is refused with {@link UnsupportedOperationException}.
     */
    default void sendToThread(int thread, Signal signal) {
        throw new UnsupportedOperationException("sendToThread");
    }

    /**
     * Changes the signal mask of the calling thread. Needs {@link Capability#THREAD_MASK}.
     *
     * @param how how
     * @param signals which signals
     * @return the mask before: those signals of the table that were blocked
     * @implSpec Never called by a virtual thread. Concerns the calling thread alone.
     */
    default Set<Signal> mask(MaskChange how, Set<Signal> signals) {
        throw new UnsupportedOperationException("mask");
    }

    /**
     * Returns the signals that the kernel has for the calling thread and for the process and does not deliver, as
     * {@code sigpending(2)} does. Needs {@link Capability#PENDING}.
     *
     * @return the signals
     * @implSpec Never called by a virtual thread.
     */
    default Set<Signal> pending() {
        throw new UnsupportedOperationException("pending");
    }

    /**
     * Sets an interval timer, as {@code setitimer(2)} does. Needs {@link Capability#TIMERS}.
     *
     * @param timer which
     * @param setting when; a delay of zero disarms it
     * @return what was set before
     * @implSpec A positive duration is never rounded to zero.
     */
    default TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
        throw new UnsupportedOperationException("setTimer");
    }

    /**
     * Returns what is set for an interval timer, as {@code getitimer(2)} does. Needs {@link Capability#TIMERS}.
     *
     * @param timer which
     * @return what remains
     */
    default TimerSetting timer(IntervalTimer timer) {
        throw new UnsupportedOperationException("timer");
    }

    /**
     * Says whether a signal that is caught interrupts the system calls of the thread on which it arrives, as
     * {@code siginterrupt(3)} does. Needs {@link Capability#INTERRUPT}.
     *
     * @param signal the signal
     * @param interrupt whether calls fail with EINTR; else they are restarted, which is the default
     * @implSpec Holds from now on, also for later installations, until said otherwise.
     */
    default void interrupt(Signal signal, boolean interrupt) {
        throw new UnsupportedOperationException("interrupt");
    }

    /**
     * Returns what was counted of a signal.
     *
     * @param signal the signal
     * @return the counters, which only grow
     * @implSpec The default counts nothing.
     */
    default SignalCounters counters(Signal signal) {
        return SignalCounters.NONE;
    }

    /**
     * Releases what {@link SignalProvider#open()} acquired, but for what a signal on its way still needs. Called after
     * everything was restored and the reading thread has ended.
     *
     * @implSpec Closing again does nothing.
     */
    @Override
    void close();
}
