/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGTERM;

import org.signals4j.Signals;

/** The reference's common signals. A signal is its name here, so that nothing has to be looked up for one. */
final class ListSignalsExample {

    private ListSignalsExample() {}

    public static void main(String[] args) {
        // List all signals that a program may take on this platform
        System.out.println("Valid signals: " + Signals.supported());

        // Get human-readable signal name
        System.out.println("SIGINT name: " + SIGINT.name());
        System.out.println("SIGTERM name: " + SIGTERM.name());

        // Get description
        System.out.println("SIGINT: " + Signals.describe(SIGINT));
    }
}
