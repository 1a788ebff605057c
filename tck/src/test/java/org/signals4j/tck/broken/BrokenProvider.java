/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/** The provider of the broken backend that the environment names; so it is the same in child processes. */
public final class BrokenProvider implements SignalProvider {

    static final String VARIABLE = "SIGNALS4J_BROKEN";

    private final BrokenBackend broken = BrokenBackend.valueOf(System.getenv(VARIABLE));
    private final SignalProvider sound = broken.sound.create();

    /** Creates the provider. */
    public BrokenProvider() {}

    @Override
    public String name() {
        return sound.name();
    }

    @Override
    public int priority() {
        return sound.priority();
    }

    @Override
    public Availability availability() {
        return sound.availability();
    }

    @Override
    public SignalBackend open() {
        return broken.breaking.apply(sound.open());
    }
}
