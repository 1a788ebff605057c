/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGINT;

import java.util.Scanner;
import org.signals4j.SignalHandler;
import org.signals4j.Signals;

/** The reference's check for an interactive program. What follows it here shows the effect. */
final class InteractiveExample {

    private InteractiveExample() {}

    public static void main(String[] args) {
        // Ignore SIGINT in non-interactive contexts. JDK 22 to 24: ask System.console().isTerminal() too
        if (System.console() == null) {
            Signals.handle(SIGINT, SignalHandler.IGNORE);
        }

        System.out.println("SIGINT handler: " + Signals.handler(SIGINT));
        System.out.println("Read: " + new Scanner(System.in).nextLine());
    }
}
