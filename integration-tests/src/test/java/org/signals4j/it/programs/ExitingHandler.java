/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.programs;

import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;

import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.signals4j.Signals;
import org.signals4j.SubscribeOption;

/** Ends itself in a handler, with a shutdown hook that takes three seconds; SIGUSR1 goes to an executor. */
public final class ExitingHandler {

    private ExitingHandler() {}

    public static void main(String... args) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            System.out.println("hook begins");
            try {
                TimeUnit.SECONDS.sleep(3); // what is tested is what happens meanwhile
            } catch (InterruptedException hurry) {
                System.out.println("hook was interrupted");
            }
            System.out.println("hook ends");
        }));
        Signals.handle(SIGTERM, event -> System.exit(9));
        Signals.subscribe(
                SIGUSR1,
                event -> System.out.println("saw " + event.signal()),
                SubscribeOption.CANCEL_DEFAULT,
                SubscribeOption.executor(Executors.newSingleThreadExecutor()));
        Stay.readyUntilEndOfInput();
    }
}
