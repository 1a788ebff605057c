/* SPDX-License-Identifier: Apache-2.0 */
package example;

import static org.signals4j.StandardSignal.SIGUSR1;

import java.util.concurrent.CountDownLatch;
import org.signals4j.SignalHandler;
import org.signals4j.Signals;

/** Takes a signal over for a while. */
final class Handling {

    private Handling() {}

    public static void main(String[] args) throws InterruptedException {
        var arrived = new CountDownLatch(1);
        SignalHandler before = Signals.handle(SIGUSR1, event -> {
            System.out.println(event.signal() + " arrived " + event.count() + " time");
            arrived.countDown();
        });
        Signals.raise(SIGUSR1);
        arrived.await(); // the handler runs on another thread
        Signals.handle(SIGUSR1, before); // as it was
        System.out.println(before + ", now " + Signals.handler(SIGUSR1));
    }
}
