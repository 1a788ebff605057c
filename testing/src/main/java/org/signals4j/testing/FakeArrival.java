/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.StandardSignal;
import org.signals4j.spi.Delivery;

/**
 * An arrival for {@link FakeSignals#deliver(FakeArrival)}, with its details. Immutable: each method returns a changed
 * copy.
 *
 * <pre>{@code
 * fake.deliver(FakeArrival.of(StandardSignal.SIGHUP).from(4711, 1000));
 * fake.deliver(FakeArrival.of(new RealtimeSignal(1)).value(42));
 * fake.deliver(FakeArrival.childExited(4711, 3));
 * }</pre>
 *
 * @since 0.1
 */
public final class FakeArrival {

    /** The process that sends, unless {@link #from} names another. */
    public static final int PID = 4711;

    /** The real user id of that process. */
    public static final int UID = 1000;

    private final Signal signal;
    private SignalCause cause = SignalCause.USER;
    private OptionalInt code = OptionalInt.empty();
    private int pid = PID;
    private int uid = UID;
    private OptionalLong value = OptionalLong.empty();
    private int childStatus;
    private int count = 1;

    private FakeArrival(Signal signal) {
        this.signal = Objects.requireNonNull(signal, "signal");
    }

    /**
     * Returns an arrival that another process has made with {@code kill}.
     *
     * @param signal the signal
     * @return cause {@link SignalCause#USER}, from {@link #PID} and {@link #UID}
     */
    public static FakeArrival of(Signal signal) {
        return new FakeArrival(signal);
    }

    /**
     * Returns the SIGCHLD of a child process that has exited.
     *
     * @param pid the child
     * @param status its exit status
     * @return the arrival
     */
    public static FakeArrival childExited(int pid, int status) {
        return of(StandardSignal.SIGCHLD)
                .cause(SignalCause.CHILD_EXITED)
                .from(pid, UID)
                .childStatus(status);
    }

    /**
     * Returns an arrival that the kernel has made: nobody has sent it.
     *
     * @param signal the signal
     * @return cause {@link SignalCause#KERNEL}
     */
    public static FakeArrival fromKernel(Signal signal) {
        return of(signal).cause(SignalCause.KERNEL).from(0, -1);
    }

    private FakeArrival copy() {
        FakeArrival copy = new FakeArrival(signal);
        copy.cause = cause;
        copy.code = code;
        copy.pid = pid;
        copy.uid = uid;
        copy.value = value;
        copy.childStatus = childStatus;
        copy.count = count;
        return copy;
    }

    /**
     * Says who has sent it; with a cause of a child, which child.
     *
     * @param newPid the process; 0 if that is not known
     * @param newUid its real user id
     * @return the changed copy
     */
    public FakeArrival from(int newPid, int newUid) {
        FakeArrival copy = copy();
        copy.pid = newPid;
        copy.uid = newUid;
        return copy;
    }

    /**
     * Says what made it. The code becomes the one that Linux has for that, unless {@link #code} sets another.
     *
     * @param newCause the cause
     * @return the changed copy
     */
    public FakeArrival cause(SignalCause newCause) {
        FakeArrival copy = copy();
        copy.cause = Objects.requireNonNull(newCause, "newCause");
        return copy;
    }

    /**
     * Sets the raw code.
     *
     * @param newCode the {@code si_code}
     * @return the changed copy
     */
    public FakeArrival code(int newCode) {
        FakeArrival copy = copy();
        copy.code = OptionalInt.of(newCode);
        return copy;
    }

    /**
     * Makes it one that was queued with a value; the cause becomes {@link SignalCause#QUEUE}.
     *
     * @param newValue the value
     * @return the changed copy
     */
    public FakeArrival value(long newValue) {
        FakeArrival copy = cause(SignalCause.QUEUE);
        copy.value = OptionalLong.of(newValue);
        return copy;
    }

    /**
     * Sets the status of a child; it is seen only with a cause that {@linkplain SignalCause#isChild() is of a child}.
     *
     * @param newStatus the exit status, or the number of the signal
     * @return the changed copy
     */
    public FakeArrival childStatus(int newStatus) {
        FakeArrival copy = copy();
        copy.childStatus = newStatus;
        return copy;
    }

    /**
     * Makes it one delivery of several arrivals, as a platform has it that merges standard signals.
     *
     * @param newCount how many
     * @return the changed copy
     * @throws IllegalArgumentException if the count is not positive
     */
    public FakeArrival count(int newCount) {
        if (newCount <= 0) {
            throw new IllegalArgumentException("an arrival stands for at least one, not " + newCount);
        }
        FakeArrival copy = copy();
        copy.count = newCount;
        return copy;
    }

    Signal signal() {
        return signal;
    }

    Delivery delivery(int number, boolean withSender, Object token) {
        if (!withSender) {
            return new Delivery(number, SignalCause.UNKNOWN, Delivery.NONE, 0, -1, false, 0, 0, count, token);
        }
        return new Delivery(
                number,
                cause,
                code.orElseGet(() -> codeOf(cause)),
                pid,
                uid,
                value.isPresent(),
                value.orElse(0),
                childStatus,
                count,
                token);
    }

    /** The {@code si_code} of Linux. */
    private static int codeOf(SignalCause cause) {
        return switch (cause) {
            case USER -> 0;
            case QUEUE -> -1;
            case TIMER -> -2;
            case MESSAGE_QUEUE -> -3;
            case ASYNC_IO -> -4;
            case SIGIO -> -5;
            case THREAD -> -6;
            case ASYNC_NAME_LOOKUP -> -60;
            case KERNEL -> 0x80;
            case FAULT, CHILD_EXITED, POLL_IN -> 1;
            case CHILD_KILLED, POLL_OUT -> 2;
            case CHILD_DUMPED, POLL_MSG -> 3;
            case CHILD_TRAPPED, POLL_ERR -> 4;
            case CHILD_STOPPED, POLL_PRI -> 5;
            case CHILD_CONTINUED, POLL_HUP -> 6;
            default -> Delivery.NONE;
        };
    }

    @Override
    public String toString() {
        return signal.name() + " cause=" + cause + " pid=" + pid + " count=" + count;
    }
}
