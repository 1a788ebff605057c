/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.signals4j.Signal;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/** The provider under test without the api above it. */
@ExtendWith({LimitExtension.class, Applicable.class})
@Execution(ExecutionMode.SAME_THREAD)
@Isolated("signals are the process's, whatever else its build runs at the same time")
public abstract class OnBackend {

    @RegisterExtension
    final EnvironmentExtension context = new EnvironmentExtension();

    private final List<Delivery> deliveries = new ArrayList<>();
    private Thread reader;
    private volatile boolean ended;

    /** How many real-time signals the thread that reads has room for, from the next call on. */
    protected volatile int room = 1000;

    protected SignalProvider provider;
    protected SignalBackend backend;

    /** A supported signal that does no harm once it is taken. */
    protected Signal first;

    protected Signal second;

    @BeforeEach
    final void openBackend() {
        first = environment().harmless().get(0);
        second = environment().harmless().get(1);
        provider = environment().provider();
        IdleProvider.retireTheLastSystem();
        backend = provider.open();
    }

    @AfterEach
    final void closeBackend() {
        stopReading();
        environment().harmless().forEach(backend::restore);
        backend.close();
    }

    protected final Environment environment() {
        return context.environment();
    }

    /** Starts a thread that reads, and settles what it reads as cancelled. */
    protected final void startReading() {
        ended = false;
        reader = new Thread(this::read, "tck reader");
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        DeliveryBatch batch = new DeliveryBatch();
        while (!ended) {
            batch.reset(room);
            backend.receive(batch);
            for (int i = 0; i < batch.size(); i++) {
                backend.settle(batch.get(i), Outcome.CANCELLED);
                synchronized (deliveries) {
                    deliveries.add(batch.get(i));
                }
            }
        }
    }

    protected final void stopReading() {
        if (reader != null) {
            ended = true;
            backend.wake();
            Patience.join(reader, "the return of receive after wake");
            reader = null;
        }
    }

    /** Returns how many arrivals of a signal were read. */
    protected final long arrivals(Signal signal) {
        int number = environment().number(signal);
        synchronized (deliveries) {
            return deliveries.stream()
                    .filter(each -> each.number() == number)
                    .mapToLong(Delivery::count)
                    .sum();
        }
    }
}
