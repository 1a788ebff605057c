/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.signals4j.Disposition;
import org.signals4j.RealtimeSignal;
import org.signals4j.StandardSignal;
import org.signals4j.posix.DataArea;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.SignalBackend;

/**
 * Many more signals than the pipe has room for, sent before anybody reads, then read to the end. With the arguments
 * standard signals, then values of a real-time signal, and how much room for those the reader has at first.
 */
final class OverflowScenario {

    private OverflowScenario() {}

    static void run(List<String> arguments) throws Exception {
        int standard = Integer.parseInt(arguments.get(0));
        int queued = Integer.parseInt(arguments.get(1));
        int room = Integer.parseInt(arguments.get(2));
        SignalBackend backend = new LinuxSignalProvider().open();
        LinuxLibC libc = NativeAccess.libc();
        RealtimeSignal realtime = new RealtimeSignal(6);
        int number = libc.__libc_current_sigrtmin() + 6;
        backend.install(StandardSignal.SIGUSR1, Disposition.CAUGHT, Set.of());
        backend.install(realtime, Disposition.CAUGHT, Set.of());
        for (int i = 0; i < standard; i++) {
            backend.raise(StandardSignal.SIGUSR1);
        }
        DeliveryBatch batch = new DeliveryBatch();
        if (room == 0) {
            wakeAndReceive(backend, batch, 0);
            Scenarios.say("closed " + count(batch, LinuxSignals.USR1.number()));
        }
        for (int i = 0; i < queued; i++) {
            if (libc.sigqueue(libc.getpid(), number, i) != 0) {
                throw new IllegalStateException("sigqueue: errno " + libc.errno());
            }
        }
        if (room == 0) {
            for (int i = 0; i < 5; i++) {
                wakeAndReceive(backend, batch, 0);
                Scenarios.say("without room " + count(batch, number));
            }
        }
        long counted = 0;
        BitSet values = new BitSet();
        boolean twice = false;
        backend.wake();
        while (counted < standard && room > 0 || values.cardinality() < queued) {
            batch.reset(Integer.MAX_VALUE);
            backend.receive(batch);
            counted += count(batch, LinuxSignals.USR1.number());
            for (int i = 0; i < batch.size(); i++) {
                if (batch.get(i).number() == number) {
                    int value = (int) batch.get(i).value();
                    twice |= values.get(value);
                    values.set(value);
                }
            }
        }
        Scenarios.say("standard " + counted);
        Scenarios.say("values " + values.cardinality() + " twice " + twice);
        DataArea counters = Scenarios.counters();
        Scenarios.say("overflowed " + (counters.overflowed(number) > 0) + " lost " + counters.lost(number));
    }

    private static void wakeAndReceive(SignalBackend backend, DeliveryBatch batch, int room) {
        batch.reset(room);
        backend.wake();
        backend.receive(batch);
    }

    private static long count(DeliveryBatch batch, int number) {
        long sum = 0;
        for (int i = 0; i < batch.size(); i++) {
            Delivery delivery = batch.get(i);
            sum += delivery.number() == number ? delivery.count() : 0;
        }
        return sum;
    }
}
