/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGUSR1;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.signals4j.KeyboardInterruptException;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.Signals;

/** The reference's constraints: they hold while a main thread is bound, and only then. */
final class MainThreadRulesExample {

    private static final Semaphore HANDLED = new Semaphore(0);

    private MainThreadRulesExample() {}

    static void handler(SignalEvent event) {
        System.out.println("Handled by thread " + Thread.currentThread().getName());
        HANDLED.release();
    }

    static void registerElsewhere() {
        try {
            Signals.handle(SIGUSR1, SignalHandler.IGNORE);
        } catch (IllegalStateException e) {
            System.out.println("Refused: " + e.getMessage());
        }
    }

    public static void main(String[] args) throws InterruptedException {
        // Without a main thread, handlers run on a thread of their own, at once, and any thread may register
        Signals.handle(SIGUSR1, MainThreadRulesExample::handler);
        Signals.raise(SIGUSR1);
        HANDLED.acquire();

        // With one, they run on it, at its safe points
        Signals.bindMainThread();
        Signals.raise(SIGUSR1);
        while (!HANDLED.tryAcquire()) {
            Signals.pause();
        }

        // Only the main thread can set signal handlers
        Thread other = new Thread(MainThreadRulesExample::registerElsewhere, "other");
        other.start();
        other.join();

        // SIGINT becomes an exception only when one asks for it
        Signals.handle(SIGINT, SignalHandler.KEYBOARD_INTERRUPT);
        System.out.println("Press Ctrl+C");
        try {
            Signals.sleep(Duration.ofSeconds(60));
        } catch (KeyboardInterruptException e) {
            System.out.println("KeyboardInterruptException: " + e.getMessage());
        }
    }
}
