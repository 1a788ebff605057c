/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Modifier;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.DefaultAction;
import org.signals4j.Disposition;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalException;
import org.signals4j.spi.Availability;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalCounters;
import org.signals4j.spi.SignalProvider;
import org.signals4j.spi.SignalSpec;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.OnBackend;
import org.signals4j.tck.support.Patience;

/** The provider and its backend, without the api above. */
class ProviderContract extends OnBackend {

    private static final long BLOCKED_NANOS = 50_000_000;

    @Test
    @Checks("PRV-1")
    void makingAProviderDoesNothing() throws Exception {
        Class<? extends SignalProvider> type = provider.getClass();
        assertTrue(Modifier.isPublic(type.getModifiers()), type + " is public");
        assertTrue(
                Modifier.isPublic(type.getConstructor().getModifiers()),
                "the constructor without parameters is public");
        Map<Signal, Disposition> before = dispositions();
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        SignalProvider another = type.getConstructor().newInstance();
        assertEquals(before, dispositions(), "dispositions");
        assertEquals(Set.of(), started(threads), "threads that the constructor of " + another.name() + " has started");
    }

    @Test
    @Checks("PRV-2")
    void nameAndPriorityAreConstant() {
        String name = provider.name();
        assertEquals(name.toLowerCase(Locale.ROOT), name);
        assertFalse(name.isBlank());
        for (int i = 0; i < 10; i++) {
            SignalProvider another = another();
            assertEquals(name, another.name());
            assertEquals(provider.priority(), another.priority());
        }
    }

    @Test
    @Checks("PRV-3")
    void availabilityIsAnAnswerWithAReason() {
        Map<Signal, Disposition> before = dispositions();
        Set<Thread> threads = Thread.getAllStackTraces().keySet();
        Availability answer = provider.availability();
        assertTrue(answer.isAvailable(), "available here, where it is tested: " + answer);
        assertFalse(answer.reason().isBlank(), "the reason is blank");
        assertEquals(before, dispositions(), "dispositions");
        assertEquals(Set.of(), started(threads), "threads that availability() has started");
    }

    @Test
    @Checks({"PRV-4", "PRV-10"})
    void openingAgainAndAgainChangesNothing() {
        Map<Signal, Disposition> before = dispositions();
        for (int i = 0; i < 3; i++) {
            backend.close();
            backend.close();
            backend = provider.open();
            assertEquals(before, dispositions(), "dispositions after open " + (i + 2));
        }
    }

    @Test
    @Checks("PRV-5")
    void whatItCanDoAndItsTableAreConstant() {
        Set<Capability> capabilities = Set.copyOf(backend.capabilities());
        List<SignalSpec> table = List.copyOf(backend.signals());
        backend.install(first, Disposition.CAUGHT, Set.of());
        for (int i = 0; i < 10; i++) {
            assertEquals(capabilities, backend.capabilities());
            assertEquals(table, backend.signals());
        }
    }

    @Test
    @Checks("PRV-6")
    void aWakeEndsTheReadThatRunsAndTheOneToCome() {
        backend.install(first, Disposition.CAUGHT, Set.of());
        for (int i = 0; i < 20; i++) {
            Thread before = receiving();
            backend.wake();
            before.start();
            Patience.join(before, "the return of receive after an earlier wake");
            Thread during = receiving();
            during.start();
            awaitBlocked(during);
            backend.wake();
            Patience.join(during, "the return of receive after wake");
        }
    }

    private Thread receiving() {
        Thread reader = new Thread(() -> backend.receive(new DeliveryBatch()), "tck receive");
        reader.setDaemon(true);
        return reader;
    }

    /**
     * Waits until a thread seems to have nothing to do. One that blocks in native code cannot be told from one that
     * works there, and a backend may also look again and again: so there is a limit, and it is tried many times.
     */
    private static void awaitBlocked(Thread reader) {
        long start = System.nanoTime();
        while (System.nanoTime() - start < BLOCKED_NANOS && !isBlocked(reader)) {
            Thread.onSpinWait();
        }
    }

    private static boolean isBlocked(Thread reader) {
        StackTraceElement[] stack = reader.getStackTrace();
        return switch (reader.getState()) {
            case WAITING, TIMED_WAITING -> true;
            case RUNNABLE -> stack.length > 0 && stack[0].isNativeMethod();
            default -> false;
        };
    }

    @Test
    @Checks("PRV-7")
    @Needs(Capability.RAISE)
    void everyArrivalIsRead() {
        startReading();
        assertEquals(Disposition.CAUGHT, backend.install(first, Disposition.CAUGHT, Set.of()));
        for (int i = 1; i <= 50; i++) {
            int arrivals = i;
            backend.raise(first);
            Patience.await("arrival " + i + " of " + first, () -> arrivals(first) >= arrivals);
        }
        assertEquals(50, arrivals(first), "arrivals of " + first);
        assertEquals(0, arrivals(second), "arrivals of " + second + ", which was not raised");
    }

    @Test
    @Checks("PRV-9")
    void restoringWhatWasNotChangedDoesNothing() {
        Map<Signal, Disposition> before = dispositions();
        for (Signal signal : before.keySet()) {
            backend.restore(signal);
        }
        assertEquals(before, dispositions());
    }

    @Test
    @Checks("PRV-11")
    @Needs(Capability.RAISE)
    void nothingIsReadOfWhatWasRestored() {
        Signal harmless = backend.signals().stream()
                .filter(spec -> spec.refusal().isEmpty() && spec.defaultAction() == DefaultAction.IGNORE)
                .map(SignalSpec::signal)
                .filter(environment().harmless()::contains)
                .findFirst()
                .orElse(null);
        Assumptions.assumeTrue(harmless != null, "not applicable: no signal here is ignored by default");
        Signal sentinel = harmless.equals(first) ? second : first;
        startReading();
        backend.install(harmless, Disposition.CAUGHT, Set.of());
        backend.install(sentinel, Disposition.CAUGHT, Set.of());
        backend.raise(harmless);
        Patience.await("the arrival of " + harmless, () -> arrivals(harmless) == 1);
        backend.restore(harmless);
        for (int i = 1; i <= 10; i++) {
            int arrivals = i;
            backend.raise(harmless);
            backend.raise(sentinel);
            Patience.await("the arrival of " + sentinel, () -> arrivals(sentinel) == arrivals);
        }
        assertEquals(1, arrivals(harmless), "arrivals of " + harmless + ", which was restored after the first");
    }

    @Test
    @Checks("PRV-12")
    @Needs(Capability.RAISE)
    void countersOnlyGrow() {
        startReading();
        backend.install(first, Disposition.CAUGHT, Set.of());
        SignalCounters last = SignalCounters.NONE;
        for (int i = 1; i <= 20; i++) {
            int arrivals = i;
            backend.raise(first);
            Patience.await("the arrival of " + first, () -> arrivals(first) == arrivals);
            SignalCounters now = backend.counters(first);
            assertNotNull(now);
            assertTrue(
                    now.missed() >= last.missed() && now.overflowed() >= last.overflowed() && now.lost() >= last.lost(),
                    "counters were " + last + " and are " + now);
            last = now;
        }
    }

    /** An emulator keeps some for itself. */
    private Signal lastThatCanBeRaised(List<Signal> signals) {
        for (int i = signals.size() - 1; i >= 0; i--) {
            Signal signal = signals.get(i);
            backend.install(signal, Disposition.IGNORED, Set.of());
            try {
                backend.raise(signal);
                return signal;
            } catch (SignalException refused) {
                // The one before, perhaps.
            } finally {
                backend.restore(signal);
            }
        }
        return fail("no real-time signal can be raised");
    }

    @Test
    @Checks("PRV-13")
    @Needs({Capability.REALTIME, Capability.RAISE})
    void whatThereIsNoRoomForStaysWithTheSystem() {
        // The last: a signal that was left with the kernel once may take another way ever after.
        List<Signal> all = backend.signals().stream()
                .filter(spec -> spec.refusal().isEmpty())
                .map(SignalSpec::signal)
                .filter(RealtimeSignal.class::isInstance)
                .toList();
        Signal realtime = lastThatCanBeRaised(all);
        room = 0;
        startReading();
        backend.install(first, Disposition.CAUGHT, Set.of());
        backend.install(realtime, Disposition.CAUGHT, Set.of());
        try {
            for (int i = 1; i <= 10; i++) {
                int arrivals = i;
                // Before the first, receive may not have been called yet, and nobody knows that there is no room.
                backend.raise(first);
                Patience.await("the arrival of " + first, () -> arrivals(first) == arrivals);
                assertEquals(0, arrivals(realtime), "arrivals for which there was no room");
                backend.raise(realtime);
            }
            room = 1000;
            backend.wake();
            Patience.await("all that was left with the system", () -> arrivals(realtime) >= 10);
            backend.raise(realtime);
            Patience.await("what comes after there is room", () -> arrivals(realtime) >= 11);
            assertEquals(11, arrivals(realtime), "arrivals of " + realtime);
        } finally {
            room = 1000;
            stopReading();
            backend.restore(realtime);
        }
    }

    private SignalProvider another() {
        try {
            return provider.getClass().getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private Map<Signal, Disposition> dispositions() {
        SignalBackend now = backend;
        Map<Signal, Disposition> dispositions = new LinkedHashMap<>();
        now.signals().stream()
                .filter(spec -> spec.refusal().isEmpty())
                .forEach(spec -> dispositions.put(spec.signal(), now.disposition(spec.signal())));
        return dispositions;
    }

    private static Set<Thread> started(Set<Thread> before) {
        Set<Thread> more = new HashSet<>(Thread.getAllStackTraces().keySet());
        more.removeAll(before);
        more.removeIf(thread -> thread.getName().startsWith("tck ")
                || thread.getThreadGroup() == null
                || thread.getThreadGroup().getName().equals("system")
                || thread.getName().startsWith("process reaper"));
        return more;
    }
}
