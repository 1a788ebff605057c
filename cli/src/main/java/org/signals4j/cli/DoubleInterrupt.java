/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.time.Duration;
import java.time.Instant;
import org.signals4j.SignalEvent;

/** Tells a Ctrl+C that is meant to end the program from one that is meant to be seen. Used by one thread at a time. */
final class DoubleInterrupt {

    static final Duration WINDOW = Duration.ofSeconds(2);

    private Instant last = Instant.MIN;

    /** Whether this is the second one within the window, or already two in one. */
    boolean isSecond(SignalEvent event) {
        boolean second = event.count() > 1 || !event.time().isAfter(last.plus(WINDOW));
        last = event.time();
        return second;
    }
}
