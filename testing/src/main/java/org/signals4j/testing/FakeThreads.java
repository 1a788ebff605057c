/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.spi.MaskChange;

/**
 * The threads that had something to do with signals, by the ids that they got then. What is for the process is not for
 * a mask to stop: a JVM always has threads that block nothing. Guarded by the backend.
 */
final class FakeThreads {

    private static final Set<Signal> UNBLOCKABLE = Set.of(StandardSignal.SIGKILL, StandardSignal.SIGSTOP);

    /** A thread's mask, and what the mask keeps from it. */
    static final class FakeThread {

        private final int id;
        private final Set<Signal> mask = new HashSet<>();
        private final List<FakeArrival> pending = new ArrayList<>();

        private FakeThread(int id) {
            this.id = id;
        }

        int id() {
            return id;
        }

        Set<Signal> mask() {
            return Set.copyOf(mask);
        }

        Set<Signal> pending() {
            Set<Signal> signals = new HashSet<>();
            pending.forEach(arrival -> signals.add(arrival.signal()));
            return signals;
        }

        /** Keeps what the mask stops; a standard signal once, as a kernel does. */
        boolean keeps(FakeArrival arrival) {
            Signal signal = arrival.signal();
            if (!mask.contains(signal)) {
                return false;
            }
            if (signal instanceof RealtimeSignal || !pending().contains(signal)) {
                pending.add(arrival);
            }
            return true;
        }

        /** Changes the mask and returns what it does not stop any longer. */
        List<FakeArrival> change(MaskChange how, Collection<Signal> signals) {
            if (how == MaskChange.SET) {
                mask.clear();
            }
            if (how == MaskChange.UNBLOCK) {
                mask.removeAll(signals);
            } else {
                mask.addAll(signals);
            }
            mask.removeAll(UNBLOCKABLE);
            List<FakeArrival> free = new ArrayList<>(pending);
            free.removeIf(arrival -> mask.contains(arrival.signal()));
            pending.removeAll(free);
            return free;
        }
    }

    private final Map<Thread, FakeThread> threads = new WeakHashMap<>();
    private int latestId;

    FakeThread current() {
        return threads.computeIfAbsent(Thread.currentThread(), thread -> new FakeThread(++latestId));
    }

    /** The thread of an id, if it has not ended. */
    Optional<FakeThread> alive(int id) {
        return threads.entrySet().stream()
                .filter(entry -> entry.getValue().id == id && entry.getKey().isAlive())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A signal that is ignored is not kept either. */
    void discard(Signal signal) {
        threads.values()
                .forEach(thread ->
                        thread.pending.removeIf(arrival -> arrival.signal().equals(signal)));
    }
}
