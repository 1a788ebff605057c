/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.Signal;

/**
 * What the platform in memory is like before signals4j comes. As it is created, it is like Linux on x86-64: with its
 * numbers, the signals that HotSpot reserves there, and every capability but {@link Capability#CONSOLE_GROUP}.
 *
 * <pre>{@code
 * FakeSignals fake = FakeSignals.platform()
 *         .without(Capability.REALTIME, Capability.SENDER)
 *         .ignored(StandardSignal.SIGHUP) // as under nohup
 *         .open();
 * }</pre>
 *
 * <p>For one thread.
 *
 * @since 0.1
 */
public final class FakePlatform {

    private final EnumSet<Capability> capabilities = EnumSet.complementOf(EnumSet.of(Capability.CONSOLE_GROUP));
    private final Map<Signal, Disposition> start = new HashMap<>();

    FakePlatform() {}

    /**
     * Takes capabilities away, so that a program can be tested on a poorer platform. Without
     * {@link Capability#REALTIME} the real-time signals are not in the table either; without {@link Capability#SENDER}
     * no event has details.
     *
     * @param absent which
     * @return this
     */
    public FakePlatform without(Capability... absent) {
        capabilities.removeAll(List.of(absent));
        return this;
    }

    /**
     * Adds capabilities.
     *
     * @param present which
     * @return this
     */
    public FakePlatform with(Capability... present) {
        capabilities.addAll(List.of(present));
        return this;
    }

    /**
     * Has signals ignored from the start, as {@code nohup} does with SIGHUP, and a shell with SIGINT for
     * {@code command &} in a script. For SIGHUP, SIGINT and SIGTERM that is respected.
     *
     * @param signals which
     * @return this
     */
    public FakePlatform ignored(Signal... signals) {
        return startingAs(Disposition.IGNORED, signals);
    }

    /**
     * Gives signals a native handler of somebody else from the start.
     *
     * @param signals which
     * @return this
     */
    public FakePlatform foreign(Signal... signals) {
        return startingAs(Disposition.FOREIGN, signals);
    }

    private FakePlatform startingAs(Disposition disposition, Signal... signals) {
        for (Signal signal : signals) {
            start.put(Objects.requireNonNull(signal, "signal"), disposition);
        }
        return this;
    }

    /**
     * Opens the signals of this process over such a platform.
     *
     * @return the fake; it is to be closed
     * @throws IllegalStateException if a {@link org.signals4j.SignalSystem} is open
     */
    public FakeSignals open() {
        return new FakeSignals(this);
    }

    FakePlatform copy() {
        FakePlatform copy = new FakePlatform();
        copy.capabilities.retainAll(capabilities);
        copy.capabilities.addAll(capabilities);
        copy.start.putAll(start);
        return copy;
    }

    Set<Capability> capabilities() {
        return capabilities;
    }

    /** What the process did with a signal before. */
    Disposition start(Signal signal) {
        return start.getOrDefault(signal, Disposition.DEFAULT);
    }
}
