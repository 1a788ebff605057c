/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.scripted;

import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/** A provider over a scripted backend. */
public record ScriptedProvider(String name, int priority, Availability availability, SignalBackend backend)
        implements SignalProvider {

    public static ScriptedProvider over(SignalBackend backend) {
        return new ScriptedProvider("scripted", 5, Availability.available("it is a script"), backend);
    }

    @Override
    public SignalBackend open() {
        return backend;
    }
}
