/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.programs;

import static org.signals4j.StandardSignal.SIGTERM;

import java.util.concurrent.atomic.AtomicInteger;
import org.signals4j.Signals;
import org.signals4j.Subscription;

/**
 * Has a shutdown hook and a subscription to SIGTERM.
 *
 * <ul>
 *   <li>{@code watch}: it only watches;
 *   <li>{@code cancel}: it cancels the default;
 *   <li>{@code close}: it is closed from the beginning.
 * </ul>
 */
public final class Terminated {

    private Terminated() {}

    public static void main(String... args) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook")));
        AtomicInteger calls = new AtomicInteger();
        Subscription subscription = Signals.subscribe(SIGTERM, event -> {
            if (args[0].equals("cancel")) {
                event.cancelDefault();
                System.out.println("cancelled " + calls.incrementAndGet());
            } else {
                System.out.println("watched");
            }
        });
        if (args[0].equals("close")) {
            subscription.close();
        }
        Stay.readyUntilEndOfInput();
    }
}
