/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.signals4j.SignalCause;

/**
 * The control events of a console.
 *
 * @see <a href="https://learn.microsoft.com/windows/console/handlerroutine">HandlerRoutine</a>
 */
enum ConsoleEvent {
    CTRL_C(0, WindowsSignal.INT, SignalCause.CONSOLE_CTRL_C, Constants.SHORT),
    CTRL_BREAK(1, WindowsSignal.BREAK, SignalCause.CONSOLE_CTRL_BREAK, Constants.SHORT),
    CLOSE(2, WindowsSignal.TERM, SignalCause.CONSOLE_CLOSE, Constants.LONG),
    LOGOFF(5, WindowsSignal.TERM, SignalCause.CONSOLE_LOGOFF, Constants.LONG),
    SHUTDOWN(6, WindowsSignal.TERM, SignalCause.CONSOLE_SHUTDOWN, Constants.LONG);

    private final int number;
    private final WindowsSignal signal;
    private final SignalCause cause;
    private final Duration patience;

    ConsoleEvent(int number, WindowsSignal signal, SignalCause cause, Duration patience) {
        this.number = number;
        this.signal = signal;
        this.cause = cause;
        this.patience = patience;
    }

    int number() {
        return number;
    }

    WindowsSignal signal() {
        return signal;
    }

    SignalCause cause() {
        return cause;
    }

    /** How long Windows is kept waiting for an answer. */
    Duration patience() {
        return patience;
    }

    static Optional<ConsoleEvent> of(int number) {
        return Stream.of(values()).filter(each -> each.number == number).findFirst();
    }

    /** Returns the event that means a signal, if it means nothing else and can be sent. */
    static Optional<ConsoleEvent> of(WindowsSignal signal) {
        return signal == WindowsSignal.TERM
                ? Optional.empty()
                : Stream.of(values()).filter(each -> each.signal == signal).findFirst();
    }

    private static final class Constants {

        /**
         * Windows asks handlers one event at a time, so that a close must not wait long behind a Ctrl+C; and a late
         * default can be made up for.
         */
        static final Duration SHORT = Duration.ofSeconds(1);

        /**
         * Longer than what Windows grants: 5 s, and to a service as long as the system's administrator has set. It ends
         * the process when that is over, so this ends only a wait that Windows does not.
         */
        static final Duration LONG = Duration.ofMinutes(2);
    }
}
