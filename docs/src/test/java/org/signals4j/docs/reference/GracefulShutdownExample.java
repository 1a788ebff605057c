/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGTERM;

import java.time.Duration;
import org.signals4j.SignalEvent;
import org.signals4j.Signals;

/** The reference's graceful shutdown: the handler only sets a flag. It is volatile, as another thread reads it. */
final class GracefulShutdownExample {

    private static volatile boolean shutdownRequested;

    private GracefulShutdownExample() {}

    static void handleSigterm(SignalEvent event) {
        System.out.println("Received SIGTERM, shutting down gracefully...");
        shutdownRequested = true;
    }

    public static void main(String[] args) throws InterruptedException {
        Signals.handle(SIGTERM, GracefulShutdownExample::handleSigterm);

        System.out.println("Server running... (send SIGTERM to test)");
        while (!shutdownRequested) {
            // Do work here
            Signals.sleep(Duration.ofMillis(100));
        }

        System.out.println("Cleaned up resources.");
        System.exit(0);
    }
}
