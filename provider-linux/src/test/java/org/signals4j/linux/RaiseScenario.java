/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;

/**
 * Raises SIGUSR1 on four threads, so many times in all, while the garbage collector is kept busy. Each is handled on its
 * thread before {@code raise} returns, so the kernel merges none, and every one has to be counted.
 */
final class RaiseScenario {

    private static final int THREADS = 4;

    private RaiseScenario() {}

    static void run(List<String> arguments) throws Exception {
        int total = Integer.parseInt(arguments.get(0));
        AtomicLong counted = new AtomicLong();
        Signals.handle(StandardSignal.SIGUSR1, event -> counted.addAndGet(event.count()));
        AtomicBoolean done = new AtomicBoolean();
        Thread garbage = new Thread(() -> makeGarbage(done));
        garbage.start();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Thread thread = new Thread(() -> {
                for (int n = 0; n < total / THREADS; n++) {
                    Signals.raise(StandardSignal.SIGUSR1);
                }
            });
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Scenarios.awaitUntil(() -> counted.get() >= total);
        done.set(true);
        garbage.join();
        Scenarios.say("counted " + counted.get() + " of " + total);
    }

    private static void makeGarbage(AtomicBoolean done) {
        int rounds = 0;
        List<byte[]> some = new ArrayList<>();
        while (!done.get()) {
            some.add(new byte[10_000]);
            if (some.size() > 1_000) {
                some.clear();
                if (rounds++ % 10 == 0) {
                    System.gc();
                }
            }
        }
    }
}
