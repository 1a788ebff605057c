/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends a signal to this process, waits until its handler runs, and so on. The sender sleeps before each signal, so that
 * the thread that handled the last one is asleep again, as it is when signals are as rare as they are.
 */
final class PingPong implements Runnable {

    private static final long GIVE_UP_SECONDS = 10;

    private final int self = (int) ProcessHandle.current().pid();
    private final Semaphore entered = new Semaphore(0);
    private long enteredAt;
    private Thread handledBy;

    /** The handler. */
    @Override
    public void run() {
        long now = System.nanoTime();
        enteredAt = now;
        handledBy = Thread.currentThread();
        entered.release();
    }

    /** Returns how many nanoseconds each signal took from kill to its handler. */
    long[] run(int pings, int pauseMicros) {
        long[] nanos = new long[pings];
        for (int i = 0; i < pings; i++) {
            pause(pauseMicros);
            long sentAt = System.nanoTime();
            Kill.kill(self, Kill.SIGUSR1);
            awaitHandler();
            nanos[i] = enteredAt - sentAt;
        }
        return nanos;
    }

    /** Between half and one and a half times as long, so that nothing runs in step with the sender. */
    private static void pause(int micros) {
        long nanos = TimeUnit.MICROSECONDS.toNanos(micros);
        LockSupport.parkNanos(nanos / 2 + ThreadLocalRandom.current().nextLong(nanos));
    }

    private void awaitHandler() {
        try {
            if (!entered.tryAcquire(GIVE_UP_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("a signal was sent and no handler ran");
            }
        } catch (InterruptedException nobodyShould) {
            throw new IllegalStateException(nobodyShould);
        }
    }

    /** The thread on which the last signal was handled. */
    Thread handledBy() {
        return handledBy;
    }
}
