/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGINT;

import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.Signals;

/** The reference's signal.getsignal(). Nothing is installed at first: what the JVM does by itself is called DEFAULT. */
final class GetSignalExample {

    private GetSignalExample() {}

    static void customHandler(SignalEvent event) {}

    public static void main(String[] args) {
        // Check default handler for SIGINT
        SignalHandler handler = Signals.handler(SIGINT);
        System.out.println("SIGINT handler: " + handler);

        // Install custom handler
        Signals.handle(SIGINT, GetSignalExample::customHandler);
        System.out.println("After setting: " + Signals.handler(SIGINT));
    }
}
