/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.ArrayList;
import java.util.List;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.SignalBackend;

/** A backend that hands over something else than what it has got. */
abstract class Rewriting extends Delegate {

    /** What was read last, and how much room there was. */
    final DeliveryBatch read = new DeliveryBatch();

    Rewriting(SignalBackend sound) {
        super(sound);
    }

    @Override
    public void receive(DeliveryBatch batch) {
        read.reset(batch.realtimeRoom());
        sound.receive(read);
        List<Delivery> deliveries = new ArrayList<>();
        for (int i = 0; i < read.size(); i++) {
            deliveries.add(read.get(i));
        }
        rewrite(deliveries).forEach(batch::add);
    }

    /** Returns what is handed over in place of what was read. */
    abstract List<Delivery> rewrite(List<Delivery> deliveries);
}
