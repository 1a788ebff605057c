/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.Signal;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalSpec;

/**
 * The signals of this process through {@code sun.misc.Signal}. The JVM runs our handler on a new thread for each
 * signal, in any order; all that it does there is to count.
 */
final class SunMiscBackend implements SignalBackend {

    private final List<SignalSpec> specs = SignalTable.create();
    private final Map<Signal, SignalControl> bySignal = new HashMap<>();
    private final SignalControl[] byNumber;
    private final Arrivals arrivals;

    SunMiscBackend() {
        int highest = specs.get(specs.size() - 1).number();
        byNumber = new SignalControl[highest + 1];
        arrivals = new Arrivals(highest);
        for (SignalSpec spec : specs) {
            JvmSignal jvm = JvmSignal.of(SignalTable.jvmName(spec.signal())).orElseThrow();
            SignalControl control = new SignalControl(spec, jvm, () -> arrivals.add(spec.number()));
            bySignal.put(spec.signal(), control);
            byNumber[spec.number()] = control;
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.RAISE);
    }

    @Override
    public List<SignalSpec> signals() {
        return specs;
    }

    @Override
    public Disposition disposition(Signal signal) {
        return bySignal.get(signal).disposition();
    }

    @Override
    public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
        return bySignal.get(signal).install(wanted, flags);
    }

    @Override
    public Disposition restore(Signal signal) {
        return bySignal.get(signal).restore();
    }

    @Override
    public void receive(DeliveryBatch batch) {
        arrivals.take(batch);
    }

    @Override
    public void wake() {
        arrivals.wake();
    }

    @Override
    public void settle(Delivery delivery, Outcome outcome) {
        if (outcome == Outcome.DEFAULT) {
            byNumber[delivery.number()].applyDefault();
        }
    }

    @Override
    public void raise(Signal signal) {
        bySignal.get(signal).raise();
    }

    /** Has nothing to release: a handler that is called late applies the default by itself. */
    @Override
    public void close() {}
}
