/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import org.signals4j.SignalEvent;
import org.signals4j.Signals;

/** The reference's user-defined signals. Its program ends before anybody can send one; this one stays. */
final class UserSignalsExample {

    private UserSignalsExample() {}

    static void handleUsr1(SignalEvent event) {
        System.out.println("Reloading configuration!");
    }

    static void handleUsr2(SignalEvent event) {
        System.out.println("Dumping debug info!");
    }

    public static void main(String[] args) throws InterruptedException {
        Signals.handle(SIGUSR1, UserSignalsExample::handleUsr1);
        Signals.handle(SIGUSR2, UserSignalsExample::handleUsr2);

        System.out.println("Running with PID: " + ProcessHandle.current().pid());
        System.out.println("Send SIGUSR1 to reload, SIGUSR2 to debug");

        // In another terminal:
        // kill -USR1 <pid>
        // kill -USR2 <pid>
        while (true) {
            Signals.pause();
        }
    }
}
