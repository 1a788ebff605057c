/* SPDX-License-Identifier: Apache-2.0 */
package example;

import static org.signals4j.StandardSignal.SIGUSR1;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.signals4j.HandleOption;
import org.signals4j.SignalEvent;
import org.signals4j.Signals;
import org.signals4j.SubscribeOption;

/** Chooses the thread, and where exceptions go. */
final class Options {

    private Options() {}

    public static void main(String[] args) throws InterruptedException {
        var pool = Executors.newSingleThreadExecutor();
        Signals.subscribe(
                SIGUSR1,
                event -> writeReport(),
                SubscribeOption.executor(pool),
                SubscribeOption.CANCEL_DEFAULT,
                HandleOption.onException((event, thrown) -> System.out.println("no report: " + thrown.getMessage())));

        BlockingQueue<SignalEvent> events = new LinkedBlockingQueue<>();
        Signals.subscribe(SIGUSR1, events::add, SubscribeOption.CANCEL_DEFAULT);

        Signals.raise(SIGUSR1);
        System.out.println("taken: " + events.take().signal());
        pool.shutdown();
    }

    private static void writeReport() {
        throw new IllegalStateException(
                "the disk is full, says " + Thread.currentThread().getName());
    }
}
