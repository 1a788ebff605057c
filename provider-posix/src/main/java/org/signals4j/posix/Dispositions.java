/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.util.function.IntFunction;

/**
 * What the signals of this process do: asked of the kernel, changed by us, and put back. Knows for each signal that we
 * have changed what it did before.
 *
 * <p>Safe for use by several threads. Who has to do several things with nothing in between synchronizes on this object.
 */
public final class Dispositions {

    private final LibC libc;
    private final PosixAbi abi;
    private final IntFunction<Sigaction> kernel;
    private final Change[] changes;
    private final NativeBuffer wanted;
    private final NativeBuffer old;

    /** What we have set, and what was there before. */
    private record Change(Sigaction before, Sigaction ours) {}

    /**
     * Creates an empty record of changes.
     *
     * @param libc how to call the system
     * @param abi the platform's numbers
     * @param highestSignal the highest number
     * @param kernel asks what a signal does, without being deceived by a library that stands in front of the kernel
     */
    public Dispositions(LibC libc, PosixAbi abi, int highestSignal, IntFunction<Sigaction> kernel) {
        this.libc = libc;
        this.abi = abi;
        this.kernel = kernel;
        this.changes = new Change[highestSignal + 1];
        this.wanted = NativeBuffer.allocate(abi.sigaction().size());
        this.old = NativeBuffer.allocate(abi.sigaction().size());
    }

    /**
     * Returns what a signal does now.
     *
     * @param signal the number
     * @return the kernel's answer
     */
    public synchronized Sigaction now(int signal) {
        return kernel.apply(signal);
    }

    /**
     * Returns what a signal did before we changed it.
     *
     * @param signal the number
     * @return what it does now, if we have not changed it
     */
    public synchronized Sigaction before(int signal) {
        return changes[signal] == null ? now(signal) : changes[signal].before();
    }

    /**
     * Tells whether we have changed a signal, by whatever it was replaced since.
     *
     * @param signal the number
     * @return whether it is to be restored
     */
    public synchronized boolean isChanged(int signal) {
        return changes[signal] != null;
    }

    /**
     * Tells whether what a signal does now is what we have set.
     *
     * @param signal the number
     * @return whether nobody has replaced ours
     */
    public synchronized boolean isOurs(int signal) {
        return isOurs(signal, now(signal));
    }

    private boolean isOurs(int signal, Sigaction now) {
        return changes[signal] != null && changes[signal].ours().handler() == now.handler();
    }

    /**
     * Changes what a signal does, and keeps what it did before: that which was there before our first change, or before
     * this one if somebody has replaced ours.
     *
     * @param signal the number
     * @param action what it is to do
     * @throws org.signals4j.SignalException if the system refuses
     */
    public synchronized void change(int signal, Sigaction action) {
        Sigaction now = set(signal, action);
        changes[signal] = new Change(isOurs(signal, now) ? changes[signal].before() : now, action);
    }

    /**
     * Puts back what a signal did before, if ours is still installed. Either way the signal counts as unchanged then.
     *
     * @param signal the number
     * @return false if somebody has replaced ours: then theirs stays
     * @throws org.signals4j.SignalException if the system refuses
     */
    public synchronized boolean restore(int signal) {
        Change change = changes[signal];
        boolean ours = isOurs(signal);
        if (ours) {
            set(signal, change.before());
        }
        changes[signal] = null;
        return ours;
    }

    /**
     * Does to this process what the system does by default, and returns if it survives: a stop that was continued, or a
     * process that the system protects. Other arrivals meanwhile have the same effect.
     *
     * <p>The signal goes to the calling thread, because then it has taken effect before the disposition is put back; a
     * signal for the process goes to some other thread, at some time.
     *
     * @param signal the number
     * @throws org.signals4j.SignalException if the system refuses
     */
    public synchronized void actByDefault(int signal) {
        Sigaction now = set(signal, new Sigaction(Sigaction.DEFAULT, 0, 0));
        NativeBuffer only = abi.sigset(Sigaction.bit(signal));
        NativeBuffer mask = abi.sigset(0);
        libc.pthread_sigmask(abi.sigUnblock(), only.address(), mask.address());
        int failure = libc.raise(signal);
        int errno = libc.errno();
        libc.pthread_sigmask(abi.sigSetmask(), mask.address(), 0);
        if (kernel.apply(signal).handler() == Sigaction.DEFAULT) {
            set(signal, now);
        }
        if (failure != 0) {
            throw abi.failure("raise(" + signal + ")", errno);
        }
    }

    private Sigaction set(int signal, Sigaction action) {
        abi.sigaction().write(action, wanted.bytes());
        if (libc.sigaction(signal, wanted.address(), old.address()) != 0) {
            throw abi.failure("sigaction(" + signal + ")", libc.errno());
        }
        return abi.sigaction().read(old.bytes()).without(abi.saRestorer());
    }
}
