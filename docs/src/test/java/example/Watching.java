/* SPDX-License-Identifier: Apache-2.0 */
package example;

import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGTERM;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.signals4j.Signals;
import org.signals4j.Subscription;

/** Keeps the JVM alive for as long as there is work. */
final class Watching {

    private Watching() {}

    public static void main(String[] args) throws Exception {
        var working = new AtomicBoolean(true);
        Subscription subscription = Signals.subscribe(List.of(SIGHUP, SIGTERM), event -> {
            System.out.println(event.signal() + (working.get() ? ": not now" : ": bye"));
            if (working.get()) {
                event.cancelDefault();
            }
        });
        System.out.println("working " + subscription.isActive());
        System.in.read();
        working.set(false);
        System.out.println("idle");
        Thread.currentThread().join();
    }
}
