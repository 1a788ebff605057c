/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGINT;

import java.time.Duration;
import org.signals4j.SignalEvent;
import org.signals4j.Signals;

/** The reference's signal.signal(): Ctrl+C runs a handler, which ends the program. */
final class InterruptExample {

    private InterruptExample() {}

    static void handleInterrupt(SignalEvent event) {
        System.out.println("\nReceived interrupt signal!");
        System.out.println("Signal number: " + event.number());
        System.exit(0);
    }

    public static void main(String[] args) throws InterruptedException {
        // Register handler for SIGINT (Ctrl+C)
        Signals.handle(SIGINT, InterruptExample::handleInterrupt);

        // Now press Ctrl+C to see the handler run
        System.out.println("Press Ctrl+C to trigger handler...");
        Signals.sleep(Duration.ofSeconds(60));
    }
}
