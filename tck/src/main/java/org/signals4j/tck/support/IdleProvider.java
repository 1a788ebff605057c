/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.util.List;
import java.util.Set;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.Signal;
import org.signals4j.SignalSystem;
import org.signals4j.spi.Availability;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;
import org.signals4j.spi.SignalSpec;

/**
 * A platform without signals. A system that was closed keeps its backend, for what is still on its way, until another
 * one is opened: this is that other one, so that the backend under test can be opened by itself.
 */
public final class IdleProvider implements SignalProvider {

    private IdleProvider() {}

    /** Has the last system give its backend up. */
    static void retireTheLastSystem() {
        SignalSystem.open(new IdleProvider()).close();
    }

    /** Returns a backend without signals, for another provider that does nothing. */
    public static SignalBackend backend() {
        return new Idle();
    }

    @Override
    public String name() {
        return "idle";
    }

    @Override
    public int priority() {
        return Integer.MIN_VALUE;
    }

    @Override
    public Availability availability() {
        return Availability.available("it does nothing");
    }

    @Override
    public SignalBackend open() {
        return backend();
    }

    /** With an empty table, nothing is ever asked of it. */
    private static final class Idle implements SignalBackend {

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public List<SignalSpec> signals() {
            return List.of();
        }

        @Override
        public Disposition disposition(Signal signal) {
            throw new UnsupportedOperationException("disposition");
        }

        @Override
        public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
            throw new UnsupportedOperationException("install");
        }

        @Override
        public Disposition restore(Signal signal) {
            throw new UnsupportedOperationException("restore");
        }

        @Override
        public void receive(DeliveryBatch batch) {
            throw new UnsupportedOperationException("receive");
        }

        @Override
        public void wake() {}

        @Override
        public void settle(Delivery delivery, Outcome outcome) {}

        @Override
        public void close() {}
    }
}
