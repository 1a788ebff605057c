/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.signals4j.Disposition;
import org.signals4j.NoProviderException;
import org.signals4j.ProviderCandidate;
import org.signals4j.Signal;
import org.signals4j.SignalSystem;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;

/** What is said of the providers that there are. */
class CandidateContract extends InProcess {

    private static final String NOBODY = "tck-nobody";

    @Test
    @Checks("SEL-3")
    void candidatesTellAllAndChangeNothing() {
        Map<Signal, Disposition> before = dispositions();
        List<ProviderCandidate> candidates = SignalSystem.candidates();
        assertEquals(candidates, SignalSystem.candidates());
        assertTrue(candidates.stream().filter(ProviderCandidate::chosen).count() <= 1, "one is chosen: " + candidates);
        for (ProviderCandidate each : candidates) {
            assertFalse(each.reason().isBlank(), each + " has no reason");
            assertTrue(each.available() || !each.chosen(), each + " is chosen and not available");
        }
        assertThrows(UnsupportedOperationException.class, candidates::clear);
        assertEquals(before, dispositions());
        assertEquals(Optional.of(system), SignalSystem.current());
    }

    @Test
    @Checks("SEL-4")
    void theExceptionCarriesEveryCandidate() {
        List<String> reasons = SignalSystem.candidates(NOBODY).stream()
                .map(each -> each.name() + ": " + each.reason())
                .toList();
        system.close();
        NoProviderException none = assertThrows(NoProviderException.class, () -> SignalSystem.open(NOBODY));
        assertEquals(
                reasons,
                Stream.of(none.getSuppressed()).map(Throwable::getMessage).toList());
        assertEquals(Optional.empty(), SignalSystem.current());
    }

    private Map<Signal, Disposition> dispositions() {
        Map<Signal, Disposition> dispositions = new LinkedHashMap<>();
        system.signals()
                .forEach(signal -> dispositions.put(signal, system.info(signal).disposition()));
        return dispositions;
    }
}
