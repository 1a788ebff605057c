/* SPDX-License-Identifier: Apache-2.0 */
package example;

import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGTERM;

import org.signals4j.SignalEvent;
import org.signals4j.Signals;

/** The example of the README. */
final class Readme {

    private Readme() {}

    @SuppressWarnings("try") // the subscription is used by being open
    public static void main(String[] args) throws Exception {
        Signals.subscribe(SIGINT, event -> System.out.println("Ctrl+C")); // called after those that subscribe later

        Signals.handle(SIGHUP, event -> reload()); // take it over: the JVM does not shut down on it
        Signals.subscribe(SIGTERM, event -> flush()); // only watch: the JVM still shuts down, with status 143
        try (var quiet = Signals.subscribe(SIGINT, SignalEvent::cancelDefault)) {
            criticalWork(); // Ctrl+C does not end the JVM in here
        }
        Signals.raise(SIGHUP); // reload() runs on the dispatch thread

        Thread.currentThread().join();
    }

    private static void criticalWork() throws Exception {
        System.out.println("critical");
        System.in.read();
        System.out.println("done");
    }

    private static void reload() {
        System.out.println("reload on " + Thread.currentThread().getName());
    }

    private static void flush() {
        System.out.println("flush");
    }
}
