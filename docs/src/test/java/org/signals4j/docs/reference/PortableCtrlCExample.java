/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGTERM;

import java.time.Duration;
import org.signals4j.SignalEvent;
import org.signals4j.Signals;

/** The reference's portable Ctrl+C. Its program ends at once; this one stays for a minute. */
final class PortableCtrlCExample {

    private PortableCtrlCExample() {}

    static void gracefulShutdown(SignalEvent event) {
        System.out.println("\nShutting down...");
        // Clean up resources here
        System.exit(0);
    }

    public static void main(String[] args) throws InterruptedException {
        Signals.handle(SIGINT, PortableCtrlCExample::gracefulShutdown);
        Signals.handle(SIGTERM, PortableCtrlCExample::gracefulShutdown);

        System.out.println("Running");
        Signals.sleep(Duration.ofSeconds(60));
    }
}
