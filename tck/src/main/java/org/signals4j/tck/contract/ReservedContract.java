/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.ReservedSignalException;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.spi.SignalSpec;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;

/** Signals that somebody else needs. */
class ReservedContract extends InProcess {

    private List<SignalSpec> reserved() {
        List<SignalSpec> reserved = environment().table().stream()
                .filter(spec -> spec.refusal().isPresent())
                .toList();
        Assumptions.assumeTrue(!reserved.isEmpty(), "not applicable: no signal is reserved here");
        return reserved;
    }

    @Test
    @Checks({"RES-1", "RES-2"})
    void reservedSignalsAreRefusedWithTheirOwner() {
        for (SignalSpec spec : reserved()) {
            Signal signal = spec.signal();
            Disposition before = system.info(signal).disposition();
            List<Executable> calls = List.of(
                    () -> system.handle(signal, recorder()),
                    () -> system.handle(signal, SignalHandler.DEFAULT),
                    () -> system.handle(signal, SignalHandler.IGNORE),
                    () -> system.subscribe(signal, recorder()),
                    () -> system.subscribe(List.of(first, signal), recorder()),
                    () -> system.hold(signal),
                    () -> system.hold(first, signal),
                    () -> system.next(signal),
                    () -> system.await(Set.of(signal)),
                    () -> system.stream(Set.of(signal), 10),
                    () -> system.openChannel(Set.of(signal)),
                    () -> system.publisher(Set.of(signal)));
            for (int i = 0; i < calls.size(); i++) {
                ReservedSignalException refused =
                        assertThrows(ReservedSignalException.class, calls.get(i), "call " + i + " with " + signal);
                assertTrue(
                        refused.getMessage().contains(spec.owner().orElseThrow()),
                        "'" + refused.getMessage() + "' names the owner " + spec.owner());
            }
            assertEquals(before, system.info(signal).disposition(), "disposition of " + signal);
        }
        assertSame(SignalHandler.DEFAULT, system.handler(first));
    }

    @Test
    @Checks("RES-3")
    void whatMustNotBeIgnoredMayBeHandled() {
        List<SignalSpec> some = environment().table().stream()
                .filter(spec -> spec.refusal().isEmpty() && spec.ignoreRefusal().isPresent())
                .toList();
        Assumptions.assumeTrue(!some.isEmpty(), "not applicable: no signal here may be taken and not be ignored");
        for (SignalSpec spec : some) {
            assertThrows(ReservedSignalException.class, () -> system.handle(spec.signal(), SignalHandler.IGNORE));
            assertSame(SignalHandler.DEFAULT, system.handler(spec.signal()));
            try (var subscription = system.subscribe(spec.signal(), recorder())) {
                assertTrue(subscription.isActive(), spec.signal() + " is watched");
            }
        }
    }

    @Test
    @Checks("RES-4")
    void allThatIsSupportedCanBeTakenAndLetGo() {
        for (Signal signal : system.supported()) {
            Disposition before = system.info(signal).disposition();
            SignalHandler was = system.handle(signal, event -> {});
            if (was == SignalHandler.IGNORE) {
                system.handle(signal, SignalHandler.DEFAULT);
                continue; // inherited: IGN-1
            }
            assertSame(SignalHandler.DEFAULT, was, "before of " + signal);
            if (system.supports(Capability.KERNEL_STATE)) {
                assertEquals(Disposition.CAUGHT, system.info(signal).disposition(), "while " + signal + " is taken");
            }
            system.handle(signal, was);
            assertEquals(before, system.info(signal).disposition(), "after " + signal + " was let go");
        }
    }
}
