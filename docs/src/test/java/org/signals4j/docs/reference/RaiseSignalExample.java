/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGUSR1;

import org.signals4j.SignalEvent;
import org.signals4j.Signals;

/** The reference's signal.raise_signal(). Here a handler runs at the next safe point, which is pause. */
final class RaiseSignalExample {

    private RaiseSignalExample() {}

    static void myHandler(SignalEvent event) {
        System.out.println("Caught signal " + event.number());
    }

    public static void main(String[] args) throws InterruptedException {
        Signals.bindMainThread();
        Signals.handle(SIGUSR1, RaiseSignalExample::myHandler);

        // Send SIGUSR1 to ourselves
        Signals.raise(SIGUSR1);
        Signals.pause();
    }
}
