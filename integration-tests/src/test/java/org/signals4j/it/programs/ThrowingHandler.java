/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.programs;

import static org.signals4j.StandardSignal.SIGUSR1;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.signals4j.HandleOption;
import org.signals4j.Signals;

/** Everything that is called throws: a subscriber whose exceptions are logged, and a handler that has them reported. */
public final class ThrowingHandler {

    private static final AtomicInteger CALLS = new AtomicInteger();

    private ThrowingHandler() {}

    public static void main(String... args) {
        Signals.subscribe(SIGUSR1, event -> {
            throw new IOException("by the subscriber");
        });
        Signals.handle(
                SIGUSR1,
                event -> {
                    throw new AssertionError("by the handler, call " + CALLS.incrementAndGet());
                },
                HandleOption.onException((event, thrown) -> System.out.println("reported: " + thrown.getMessage())));
        Stay.readyUntilEndOfInput();
    }
}
