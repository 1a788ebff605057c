/* SPDX-License-Identifier: Apache-2.0 */
package example;

import static org.signals4j.StandardSignal.SIGINT;

import org.signals4j.KeyboardInterruptException;
import org.signals4j.MainThread;
import org.signals4j.SignalHandler;
import org.signals4j.Signals;

/** Handlers on the main thread, as in Python. */
final class MainThreadRules {

    private MainThreadRules() {}

    @SuppressWarnings("try") // the binding is used by being open
    public static void main(String[] args) throws Exception {
        try (MainThread main = Signals.bindMainThread()) {
            Signals.handle(SIGINT, SignalHandler.KEYBOARD_INTERRUPT);
            Signals.call(MainThreadRules::work); // Ctrl+C interrupts it
        } catch (KeyboardInterruptException interrupted) {
            System.out.println("stopped");
        }
    }

    private static Void work() throws InterruptedException {
        System.out.println("working");
        Thread.sleep(60_000);
        return null;
    }
}
