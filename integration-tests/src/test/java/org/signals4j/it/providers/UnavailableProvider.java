/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.providers;

import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/** Would come first, and is for another system. */
public class UnavailableProvider implements SignalProvider {

    @Override
    public String name() {
        return "plan9";
    }

    @Override
    public int priority() {
        return 20;
    }

    @Override
    public Availability availability() {
        return Availability.unavailable("this is not Plan 9; leave this provider out");
    }

    @Override
    public SignalBackend open() {
        throw new AssertionError("it is not available");
    }
}
