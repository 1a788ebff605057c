/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * A signal, identified by its name. The number that an operating system gives to a name is the provider's knowledge:
 * ask {@link Signals#number(Signal)}.
 *
 * <p>Immutable; compare with {@code equals}. Python: the {@code signal.Signals} enum and the {@code signal.SIG*}
 * constants, which are numbers there.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/basedefs/signal.h.html">POSIX signal.h</a>
 * @since 0.1
 */
public sealed interface Signal permits StandardSignal, RealtimeSignal, PlatformSignal {

    /**
     * Returns the name with its prefix, for example {@code SIGTERM} or {@code SIGRTMIN+3}.
     *
     * @return the name, in upper case
     */
    String name();

    /**
     * Returns the signal of a name, whether or not this platform has it.
     *
     * <p>Accepted are {@code "SIGTERM"}, {@code "TERM"}, either in lower case, the aliases {@code SIGIOT},
     * {@code SIGCLD}, {@code SIGPOLL} and {@code SIGUNUSED}, and {@code "SIGRTMIN+3"}. What depends on the platform (a
     * number, {@code "SIGRTMAX-1"}, a name that only a provider knows) is answered by {@link Signals#lookup(String)}.
     *
     * @param name a signal's name
     * @return the signal
     * @throws IllegalArgumentException if there is no such name; the message suggests the nearest one
     */
    static Signal of(String name) {
        return SignalNames.parse(name);
    }
}
