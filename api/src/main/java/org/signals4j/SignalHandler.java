/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * What takes a signal over: code, or one of four constants.
 *
 * <p>Handlers of all signals run one at a time, on the dispatch thread; what they do is visible to the next one. A
 * handler that runs long delays the handlers behind it and nothing else. What it throws goes to the exception handler
 * of its registration, and dispatch goes on. Python: the handler of {@code signal.signal}, which there runs on the main
 * thread between two bytecodes; see {@link SignalEvent} for the arguments.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface SignalHandler {

    /**
     * What the process did with the signal before signals4j took it: the JVM's own handling, the system's default, or
     * an ignore that was inherited. Python: {@code SIG_DFL}, which there is always the system's default.
     */
    SignalHandler DEFAULT = SpecialHandler.DEFAULT;

    /**
     * The signal is discarded: the real {@code SIG_IGN}, which child processes inherit. It is emulated while there are
     * subscribers. Python: {@code SIG_IGN}.
     */
    SignalHandler IGNORE = SpecialHandler.IGNORE;

    /**
     * The system's default action ({@code SIG_DFL}), even where the JVM has a handler of its own: no shutdown hooks
     * run. Needs {@link Capability#SYSTEM_DEFAULT}. Python: {@code SIG_DFL}.
     */
    SignalHandler SYSTEM_DEFAULT = SpecialHandler.SYSTEM_DEFAULT;

    /**
     * A native handler that is neither the JVM's nor ours. It is returned as previous handler; handed back for the same
     * signal it reinstates the one that was replaced. Python: {@code None}.
     */
    SignalHandler FOREIGN = SpecialHandler.FOREIGN;

    /**
     * Throws {@link KeyboardInterruptException}, which comes out of the safe point at which the bound main thread is;
     * see {@link SignalSystem#bindMainThread()}. Python: {@code signal.default_int_handler}.
     */
    SignalHandler KEYBOARD_INTERRUPT = event -> {
        throw new KeyboardInterruptException();
    };

    /**
     * Called for each event.
     *
     * @param event what arrived
     * @throws Exception anything; it goes to the exception handler of the registration, by default to the log
     */
    void handle(SignalEvent event) throws Exception;
}
