/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.programs;

import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGUSR1;

import java.util.List;
import org.signals4j.Signals;
import org.signals4j.Subscription;

/** Watches SIGHUP, which may have been ignored before, and SIGUSR1, and says which of the two it gets. */
public final class InheritedIgnore {

    private InheritedIgnore() {}

    public static void main(String... args) {
        Subscription subscription = Signals.subscribe(List.of(SIGHUP, SIGUSR1), event -> {
            event.cancelDefault();
            System.out.println("got " + event.signal());
        });
        System.out.println("active: " + subscription.isActive());
        System.out.println("active for SIGHUP: " + subscription.isActive(SIGHUP));
        System.out.println("active for SIGUSR1: " + subscription.isActive(SIGUSR1));
        System.out.println("handler of SIGHUP: " + Signals.handler(SIGHUP));
        Stay.readyUntilEndOfInput();
    }
}
