/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;
import org.signals4j.Capability;
import org.signals4j.RealtimeSignal;
import org.signals4j.SignalCause;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalSpec;

/** Backends that hand over something else than what has arrived. */
final class BrokenDeliveries {

    private static final long TOGETHER_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

    private BrokenDeliveries() {}

    static SignalBackend theFortyFifthIsLost(SignalBackend sound) {
        return new Rewriting(sound) {
            private int arrivals;

            @Override
            List<Delivery> rewrite(List<Delivery> deliveries) {
                return deliveries.stream().filter(each -> ++arrivals != 45).toList();
            }
        };
    }

    static SignalBackend valuesComeTwice(SignalBackend sound) {
        return new Rewriting(sound) {
            @Override
            List<Delivery> rewrite(List<Delivery> deliveries) {
                List<Delivery> more = new ArrayList<>();
                for (Delivery delivery : deliveries) {
                    more.add(delivery);
                    if (delivery.hasValue()) {
                        more.add(delivery);
                    }
                }
                return more;
            }
        };
    }

    static SignalBackend realtimeNumbersAreOff(SignalBackend sound) {
        List<Integer> realtime = sound.signals().stream()
                .filter(row ->
                        row.signal() instanceof RealtimeSignal && row.refusal().isEmpty())
                .map(SignalSpec::number)
                .toList();
        return each(sound, delivery -> {
            int index = realtime.indexOf(delivery.number());
            int number = index < 0 ? delivery.number() : realtime.get((index + 1) % realtime.size());
            return with(delivery, number, delivery.pid(), delivery.value());
        });
    }

    static SignalBackend senderIsSomebodyElse(SignalBackend sound) {
        return each(
                sound,
                delivery -> with(
                        delivery,
                        delivery.number(),
                        delivery.pid() > 0 ? delivery.pid() + 1 : delivery.pid(),
                        delivery.value()));
    }

    static SignalBackend senderIsNotTold(SignalBackend sound) {
        return each(
                sound,
                delivery -> new Delivery(
                        delivery.number(),
                        delivery.cause().isChild() ? delivery.cause() : SignalCause.UNKNOWN,
                        delivery.code(),
                        0,
                        -1,
                        delivery.hasValue(),
                        delivery.value(),
                        delivery.childStatus(),
                        delivery.count(),
                        delivery.token()));
    }

    static SignalBackend senderIsInvented(SignalBackend sound) {
        return each(
                sound,
                delivery ->
                        with(delivery, delivery.number(), delivery.pid() > 0 ? delivery.pid() : 1, delivery.value()));
    }

    static SignalBackend senderIsToldWithoutTheCapability(SignalBackend sound) {
        Set<Capability> less = EnumSet.copyOf(sound.capabilities());
        less.remove(Capability.SENDER);
        return new Delegate(sound) {
            @Override
            public Set<Capability> capabilities() {
                return less;
            }
        };
    }

    static SignalBackend valuesAreCutTo16Bits(SignalBackend sound) {
        return each(sound, delivery -> with(delivery, delivery.number(), delivery.pid(), (short) delivery.value()));
    }

    /** What comes within a few milliseconds is handed over in the wrong order. */
    static SignalBackend orderIsReversed(SignalBackend sound) {
        return new Rewriting(sound) {
            @Override
            List<Delivery> rewrite(List<Delivery> deliveries) {
                List<Delivery> reversed = new ArrayList<>(deliveries);
                if (!deliveries.isEmpty()) {
                    LockSupport.parkNanos(TOGETHER_NANOS);
                    DeliveryBatch more = new DeliveryBatch();
                    more.reset(read.realtimeRoom());
                    sound.wake();
                    sound.receive(more);
                    for (int i = 0; i < more.size(); i++) {
                        reversed.add(more.get(i));
                    }
                }
                Collections.reverse(reversed);
                return reversed;
            }
        };
    }

    /** Reads real-time signals also when there is no room for them. */
    static SignalBackend roomIsExceeded(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public void receive(DeliveryBatch batch) {
                DeliveryBatch all = new DeliveryBatch(); // with room for all
                super.receive(all);
                for (int i = 0; i < all.size(); i++) {
                    batch.add(all.get(i));
                }
            }
        };
    }

    private static SignalBackend each(SignalBackend sound, UnaryOperator<Delivery> change) {
        return new Rewriting(sound) {
            @Override
            List<Delivery> rewrite(List<Delivery> deliveries) {
                return deliveries.stream().map(change).toList();
            }
        };
    }

    private static Delivery with(Delivery delivery, int number, int pid, long value) {
        return new Delivery(
                number,
                delivery.cause(),
                delivery.code(),
                pid,
                delivery.uid(),
                delivery.hasValue(),
                value,
                delivery.childStatus(),
                delivery.count(),
                delivery.token());
    }
}
