/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.signals4j.internal.dispatch.SignalEngine;

/**
 * The signal mask of the calling thread: signals that the kernel does not deliver to <em>this thread</em> for now.
 *
 * <p>A mask does not protect a Java program from a signal that is sent to the process. A JVM has many threads, the
 * kernel picks one that has not blocked the signal, and the thread that started the JVM, on which no Java code runs,
 * never has. To keep a signal from a section of the program use {@link Signals#hold}. A mask is for signals that are
 * sent to this thread, and for the child processes and native code that inherit it. A thread that is started inherits
 * the mask of the one that starts it.
 *
 * <p>Every method concerns the thread that calls it. Python: {@code signal.pthread_sigmask}.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/pthread_sigmask.html">POSIX
 *     pthread_sigmask</a>
 * @since 0.1
 */
public final class ThreadMask {

    private final SignalEngine engine;

    ThreadMask(SignalEngine engine) {
        this.engine = engine;
    }

    /**
     * Returns what the calling thread has blocked. Python: {@code pthread_sigmask(SIG_BLOCK, [])}.
     *
     * @return a new set
     * @throws UnsupportedOperationException on a virtual thread, and if the provider lacks
     *     {@link Capability#THREAD_MASK}
     */
    public Set<Signal> blocked() {
        return engine.blocked();
    }

    /**
     * Blocks signals for the calling thread, in addition to what it has blocked. Python: {@code SIG_BLOCK}.
     *
     * @param signals which
     * @return what was blocked before, a new set
     * @throws ReservedSignalException if one of the signals must not be blocked
     * @throws UnsupportedSignalException if this platform does not have one of the signals
     * @throws UnsupportedOperationException on a virtual thread, and if the provider lacks
     *     {@link Capability#THREAD_MASK}
     */
    public Set<Signal> block(Collection<? extends Signal> signals) {
        return engine.block(checked(signals));
    }

    /**
     * Unblocks signals for the calling thread. Python: {@code SIG_UNBLOCK}.
     *
     * @param signals which
     * @return what was blocked before, a new set
     * @throws UnsupportedSignalException if this platform does not have one of the signals
     * @throws UnsupportedOperationException on a virtual thread, and if the provider lacks
     *     {@link Capability#THREAD_MASK}
     */
    public Set<Signal> unblock(Collection<? extends Signal> signals) {
        return engine.unblock(checked(signals));
    }

    /**
     * Replaces the mask of the calling thread. Signals that must not be blocked keep their state, so that what one of
     * these methods returned can be handed back. Python: {@code SIG_SETMASK}.
     *
     * @param signals what is to be blocked
     * @return what was blocked before, a new set
     * @throws ReservedSignalException if one of the signals must not be blocked and is not blocked already
     * @throws UnsupportedSignalException if this platform does not have one of the signals
     * @throws UnsupportedOperationException on a virtual thread, and if the provider lacks
     *     {@link Capability#THREAD_MASK}
     */
    public Set<Signal> set(Collection<? extends Signal> signals) {
        return engine.replaceMask(checked(signals));
    }

    private static Set<Signal> checked(Collection<? extends Signal> signals) {
        Set<Signal> set = new LinkedHashSet<>();
        signals.forEach(signal -> set.add(Objects.requireNonNull(signal, "signal")));
        return set;
    }
}
