/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Shows what signals4j logs as lines of this program. */
final class LogLines extends Handler {

    /** Held here, since the log manager forgets loggers that nobody holds. */
    private static final Logger LOGGER = Logger.getLogger("org.signals4j");

    private final ErrorHandler errors;
    private final SimpleFormatter formatter = new SimpleFormatter();

    private LogLines(ErrorHandler errors) {
        this.errors = errors;
    }

    static void install(ErrorHandler errors) {
        LOGGER.setUseParentHandlers(false);
        for (Handler old : LOGGER.getHandlers()) {
            LOGGER.removeHandler(old);
        }
        LOGGER.addHandler(new LogLines(errors));
        // What the api itself warns of (an inherited ignore) the commands say in words of their own.
        LOGGER.setFilter(record -> record.getLevel().intValue() > Level.WARNING.intValue());
    }

    @Override
    public void publish(LogRecord record) {
        if (isLoggable(record)) {
            errors.print(formatter.formatMessage(record), record.getThrown());
        }
    }

    @Override
    public void flush() {
        // Every line is flushed.
    }

    @Override
    public void close() {
        // The output is not ours.
    }
}
