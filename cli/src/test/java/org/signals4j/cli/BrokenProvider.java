/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/** Cannot be loaded. Public for the service loader. */
public final class BrokenProvider implements SignalProvider {

    private static final int BROKEN = Integer.parseInt("no number");

    /** For the service loader. */
    public BrokenProvider() {}

    @Override
    public String name() {
        return "broken";
    }

    @Override
    public int priority() {
        return BROKEN;
    }

    @Override
    public Availability availability() {
        return Availability.available("never asked");
    }

    @Override
    public SignalBackend open() {
        throw new IllegalStateException("must not be opened");
    }
}
