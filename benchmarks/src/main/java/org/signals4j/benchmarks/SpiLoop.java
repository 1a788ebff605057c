/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.util.EnumSet;
import java.util.ServiceLoader;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.signals4j.Disposition;
import org.signals4j.StandardSignal;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/** Dispatch as it might be, without the api: the thread models among which was to be chosen. */
final class SpiLoop {

    private SpiLoop() {}

    /** The thread that reads runs the handler. While that runs, nobody reads. */
    static void inline(String provider, Runnable handler) {
        SignalBackend backend = open(provider);
        read(backend, delivery -> finish(backend, delivery, handler));
    }

    /** The thread that reads puts into a queue, and a second one takes out and runs the handler. */
    static void handOff(String provider, Runnable handler) {
        SignalBackend backend = open(provider);
        BlockingQueue<Delivery> queue = new LinkedBlockingQueue<>();
        forEver("handler", () -> {
            try {
                finish(backend, queue.take(), handler);
            } catch (InterruptedException nobodyShould) {
                throw new IllegalStateException(nobodyShould);
            }
        });
        read(backend, queue::add);
    }

    private static SignalBackend open(String provider) {
        for (SignalProvider each : ServiceLoader.load(SignalProvider.class)) {
            if (each.name().equals(provider)) {
                return each.open();
            }
        }
        throw new IllegalStateException("no provider is called " + provider);
    }

    private static void read(SignalBackend backend, Consumer<Delivery> consumer) {
        DeliveryBatch batch = new DeliveryBatch();
        forEver("reader", () -> {
            batch.reset(Integer.MAX_VALUE);
            backend.receive(batch);
            for (int i = 0; i < batch.size(); i++) {
                consumer.accept(batch.get(i));
            }
        });
        backend.install(StandardSignal.SIGUSR1, Disposition.CAUGHT, EnumSet.noneOf(InstallFlag.class));
    }

    private static void finish(SignalBackend backend, Delivery delivery, Runnable handler) {
        handler.run();
        backend.settle(delivery, Outcome.CANCELLED);
    }

    private static void forEver(String name, Runnable step) {
        Thread thread = new Thread(
                () -> {
                    while (true) {
                        step.run();
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }
}
