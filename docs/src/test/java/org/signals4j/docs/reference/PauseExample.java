/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGUSR1;

import org.signals4j.SignalEvent;
import org.signals4j.Signals;

/**
 * The reference's signal.pause(). On the bound main thread a signal that comes before the pause is not missed, because
 * its handler waits for the pause. Python's runs at once, and the pause then waits for another signal.
 */
final class PauseExample {

    private PauseExample() {}

    static void handler(SignalEvent event) {
        System.out.println("Signal received!");
    }

    public static void main(String[] args) throws InterruptedException {
        Signals.bindMainThread();
        Signals.handle(SIGUSR1, PauseExample::handler);

        System.out.println("Waiting for SIGUSR1... (send with: kill -USR1 <pid>)");
        Signals.pause();
        System.out.println("Continuing execution...");
    }
}
