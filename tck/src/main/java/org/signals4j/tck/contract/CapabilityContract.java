/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.signals4j.Capability;
import org.signals4j.Hold;
import org.signals4j.IntervalTimer;
import org.signals4j.Signal;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.SignalInfo;
import org.signals4j.SubscribeOption;
import org.signals4j.ThreadMask;
import org.signals4j.ThreadTarget;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** What a provider can do, and cannot. */
class CapabilityContract extends InProcess {

    /** A call, what it needs, and how a message names it. */
    private record Operation(Capability capability, String name, Executable call) {}

    private List<Operation> operations() {
        long pid = ProcessHandle.current().pid();
        ThreadMask mask = system.threadMask();
        return List.of(
                new Operation(Capability.RAISE, "raise", () -> system.raise(first)),
                new Operation(Capability.SEND, "send", () -> system.send(pid, first)),
                new Operation(Capability.SEND, "send", () -> system.send(ProcessHandle.current(), first)),
                // No such group: a system that tries all the same reaches nobody.
                new Operation(Capability.SEND_GROUP, "sendToGroup", () -> system.sendToGroup(Integer.MAX_VALUE, first)),
                new Operation(Capability.QUEUE, "queue", () -> system.queue(pid, first, 1)),
                new Operation(Capability.QUEUE, "queue", () -> system.queue(ProcessHandle.current(), first, 1)),
                new Operation(Capability.THREAD_TARGET, "currentThread", () -> system.currentThread()),
                new Operation(
                        Capability.THREAD_TARGET,
                        "sendToThread",
                        () -> system.sendToThread(new ThreadTarget(1), first)),
                new Operation(Capability.THREAD_MASK, "thread mask", () -> mask.blocked()),
                new Operation(Capability.THREAD_MASK, "thread mask", () -> mask.block(Set.of(first))),
                new Operation(Capability.THREAD_MASK, "thread mask", () -> mask.unblock(Set.of(first))),
                new Operation(Capability.THREAD_MASK, "thread mask", () -> mask.set(Set.of(first))),
                new Operation(Capability.TIMERS, "timer", () -> system.timer(IntervalTimer.REAL)),
                new Operation(
                        Capability.TIMERS,
                        "setTimer",
                        () -> system.setTimer(IntervalTimer.REAL, Duration.ofHours(1), Duration.ZERO)),
                new Operation(Capability.TIMERS, "setTimer", () -> system.alarm(Duration.ofHours(1))),
                new Operation(Capability.INTERRUPT, "siginterrupt", () -> system.siginterrupt(first, true)),
                new Operation(
                        Capability.SYSTEM_DEFAULT,
                        "SYSTEM_DEFAULT",
                        () -> system.handle(first, SignalHandler.SYSTEM_DEFAULT)));
    }

    @Test
    @Checks("CAP-1")
    void whatIsAbsentSaysSo() {
        List<Operation> absent = operations().stream()
                .filter(operation -> !system.supports(operation.capability()))
                .toList();
        Assumptions.assumeTrue(!absent.isEmpty(), "not applicable: no capability with an operation is absent");
        Recorder handler = recorder();
        system.handle(first, handler);
        Map<Signal, SignalInfo> before = infos();
        for (Operation operation : absent) {
            UnsupportedOperationException refused = assertThrows(
                    UnsupportedOperationException.class,
                    operation.call(),
                    operation.name() + " without " + operation.capability());
            Capability capability = operation.capability();
            for (String part : List.of(
                    operation.name(), "'" + system.provider() + "'", capability.name(), capability.providers())) {
                assertTrue(refused.getMessage().contains(part), "'" + refused.getMessage() + "' contains " + part);
            }
            assertSame(handler, system.handler(first), "the handler after " + operation.name());
        }
        assertEquals(before, infos());
        assertEquals(List.of(), handler.seen());
    }

    private Map<Signal, SignalInfo> infos() {
        Map<Signal, SignalInfo> infos = new LinkedHashMap<>();
        system.signals().forEach(signal -> infos.put(signal, system.info(signal)));
        return infos;
    }

    @Test
    @Checks("CAP-2")
    void supportsAgreesWithCapabilities() {
        for (Capability each : Capability.values()) {
            assertEquals(system.capabilities().contains(each), system.supports(each), each.name());
        }
        assertEquals(environment().capabilities(), system.capabilities());
    }

    @Test
    @Checks("CAP-3")
    @Needs(Capability.RAISE)
    void waitingAndHoldingNeedNothing() throws Exception {
        try (Hold hold = system.hold(first)) {
            cause(first);
            assertEquals(first, system.await(hold.signals()).signal());
        }
        try (var stream = system.stream(Set.of(first), 1)) {
            cause(first);
            assertEquals(first, stream.next().signal());
        }
        CompletableFuture<SignalEvent> next = system.next(first);
        cause(first);
        assertEquals(first, Patience.within("the future", next).signal());
        Recorder listener = recorder();
        try (var subscription = system.subscribe(first, listener, SubscribeOption.CANCEL_DEFAULT)) {
            assertTrue(subscription.isActive());
            cause(first);
            assertEquals(first, listener.next("the event of the subscription").signal());
        }
    }
}
