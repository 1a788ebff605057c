/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.programs;

import static org.signals4j.StandardSignal.SIGUSR1;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.signals4j.Capability;
import org.signals4j.ProviderCandidate;
import org.signals4j.SignalEvent;
import org.signals4j.SignalSystem;
import org.signals4j.Signals;

/** Takes one SIGUSR1 over, says all about it, and ends with exit code 7. */
public final class Arrival {

    private Arrival() {}

    public static void main(String... args) {
        for (ProviderCandidate candidate : SignalSystem.candidates()) {
            System.out.println("candidate " + candidate.name() + ": " + candidate.reason());
        }
        CompletableFuture<SignalEvent> arrived = new CompletableFuture<>();
        Signals.handle(SIGUSR1, arrived::complete);
        System.out.println("provider " + Signals.provider());
        System.out.println("module " + Signals.class.getModule().getName());
        System.out.println("knows the sender: " + Signals.supports(Capability.SENDER));
        System.out.println("ready");
        SignalEvent event = arrived.orTimeout(60, TimeUnit.SECONDS).join();
        System.out.println("got " + event.signal().name() + " from " + event.pid());
        System.exit(7);
    }
}
