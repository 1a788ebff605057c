/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/** Would come first, but does not work on any machine. Public for the service loader. */
public final class UnavailableProvider implements SignalProvider {

    /** For the service loader. */
    public UnavailableProvider() {}

    @Override
    public String name() {
        return "moon";
    }

    @Override
    public int priority() {
        return 100;
    }

    @Override
    public Availability availability() {
        return Availability.unavailable("this is not the moon");
    }

    @Override
    public SignalBackend open() {
        throw new IllegalStateException("must not be opened");
    }
}
