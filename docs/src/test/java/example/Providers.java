/* SPDX-License-Identifier: Apache-2.0 */
package example;

import static org.signals4j.Capability.SENDER;
import static org.signals4j.StandardSignal.SIGKILL;
import static org.signals4j.StandardSignal.SIGTERM;

import org.signals4j.ProviderCandidate;
import org.signals4j.ReservedSignalException;
import org.signals4j.SignalInfo;
import org.signals4j.SignalSystem;
import org.signals4j.Signals;

/** Asks what there is, and what it can do. */
final class Providers {

    private Providers() {}

    public static void main(String[] args) {
        for (ProviderCandidate each : SignalSystem.candidates()) {
            System.out.println((each.chosen() ? "* " : "  ") + each.name() + ": " + each.reason());
        }

        try (SignalSystem system = SignalSystem.open("sunmisc")) {
            System.out.println(system.provider() + " tells who sent a signal: " + system.supports(SENDER));
        }

        SignalInfo info = Signals.info(SIGTERM);
        System.out.println(info.number() + ", " + info.owner().orElse("nobody's") + ", allowed: " + info.allowed());

        try {
            Signals.handle(SIGKILL, event -> {});
        } catch (ReservedSignalException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
