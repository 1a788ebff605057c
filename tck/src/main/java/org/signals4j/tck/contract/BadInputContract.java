/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.DefaultAction;
import org.signals4j.Disposition;
import org.signals4j.HandleOption;
import org.signals4j.IntervalTimer;
import org.signals4j.PendingSignal;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalChannel;
import org.signals4j.SignalException;
import org.signals4j.SignalHandler;
import org.signals4j.SignalListener;
import org.signals4j.SignalPublisher;
import org.signals4j.SignalStatistics;
import org.signals4j.SignalStream;
import org.signals4j.SignalSystem;
import org.signals4j.StandardSignal;
import org.signals4j.SubscribeOption;
import org.signals4j.Subscription;
import org.signals4j.ThreadMask;
import org.signals4j.ThreadTarget;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.SignalProvider;
import org.signals4j.spi.SignalSpec;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsProcess;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.PublicApi;

/** Mistakes are found where they are made, and change nothing. */
class BadInputContract extends InProcess {

    private static final Duration LONGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

    /** Goes through all public constructors and methods, so that one that is added is checked, too. */
    @Test
    @Checks("ERR-1")
    void nullIsRefusedEverywhere() throws Exception {
        try (var stream = system.stream(Set.of(first), 1);
                var publisher = system.publisher(Set.of(first));
                var channel = system.openChannel(Set.of(first));
                var subscription = system.subscribe(first, recorder())) {
            Map<Class<?>, Object> objects = new LinkedHashMap<>();
            objects.put(SignalSystem.class, system);
            objects.put(ThreadMask.class, system.threadMask());
            objects.put(SignalStream.class, stream);
            objects.put(SignalPublisher.class, publisher);
            objects.put(SignalChannel.class, channel);
            objects.put(Subscription.class, subscription);
            objects.put(DeliveryBatch.class, new DeliveryBatch());
            objects.put(SignalSpec.class, spec());
            Map<Signal, Disposition> before = dispositions();
            int calls = 0;
            for (Class<?> type : PublicApi.TYPES) {
                for (Executable call : PublicApi.callsOf(type)) {
                    calls += withNulls(objects.get(type), call);
                }
            }
            assertEquals(before, dispositions());
            assertSame(SignalHandler.DEFAULT, system.handler(first));
            assertEquals(List.of(), system.pending());
            assertTrue(subscription.isActive());
            if (calls < 120) {
                fail("only " + calls + " calls were made");
            }
        }
    }

    private SignalSpec spec() {
        return SignalSpec.free(first, 1, "a signal", DefaultAction.IGNORE);
    }

    /** What they have from supertypes of the JDK. */
    @Test
    @Checks("ERR-1")
    void nullIsRefusedByWhatIsInherited() {
        try (var publisher = system.publisher(Set.of(first))) {
            assertThrows(NullPointerException.class, () -> publisher.subscribe(null));
        }
    }

    /** A null among others is one, too. */
    @Test
    @Checks("ERR-1")
    void nullIsRefusedAmongOthers() {
        List<Signal> signals = Arrays.asList(first, null);
        Signal[] array = {first, null};
        Map<Signal, Disposition> before = dispositions();
        Map<String, org.junit.jupiter.api.function.Executable> calls = new LinkedHashMap<>();
        calls.put("handle", () -> system.handle(first, recorder(), (HandleOption) null));
        calls.put("subscribe with null", () -> system.subscribe(first, recorder(), (SubscribeOption) null));
        calls.put("subscribe", () -> system.subscribe(signals, recorder()));
        calls.put("hold", () -> system.hold(array));
        calls.put("next", () -> system.next(array));
        calls.put("await", () -> system.await(signals, Duration.ZERO));
        calls.put("stream", () -> system.stream(signals, 1));
        calls.put("openChannel", () -> system.openChannel(signals));
        calls.put("publisher", () -> system.publisher(signals));
        calls.put("block", () -> system.threadMask().block(signals));
        calls.put("unblock", () -> system.threadMask().unblock(signals));
        calls.put("set", () -> system.threadMask().set(signals));
        calls.forEach((what, call) -> assertThrows(NullPointerException.class, call, what));
        assertEquals(before, dispositions());
        assertSame(SignalHandler.DEFAULT, system.handler(first));
    }

    private int withNulls(Object target, Executable executable) throws ReflectiveOperationException {
        Class<?>[] types = executable.getParameterTypes();
        int calls = 0;
        for (int i = 0; i < types.length; i++) {
            if (types[i].isPrimitive() || PublicApi.acceptsNull(executable, types[i])) {
                continue;
            }
            Object[] arguments = Arrays.stream(types).map(this::harmless).toArray();
            arguments[i] = null;
            String call =
                    executable.getDeclaringClass().getSimpleName() + " " + executable + Arrays.toString(arguments);
            try {
                Object result = call(target, executable, arguments);
                fail(call + " has accepted null and returned " + result);
            } catch (InvocationTargetException thrown) {
                assertInstanceOf(NullPointerException.class, thrown.getCause(), call);
            }
            calls++;
        }
        return calls;
    }

    private static Object call(Object target, Executable executable, Object[] arguments)
            throws ReflectiveOperationException {
        if (executable instanceof Constructor<?> constructor) {
            return constructor.newInstance(arguments);
        }
        if (target == null && !Modifier.isStatic(executable.getModifiers())) {
            fail("this test has no object for " + executable);
        }
        return ((Method) executable).invoke(target, arguments);
    }

    private Object harmless(Class<?> type) {
        Map<Class<?>, Object> values = new LinkedHashMap<>();
        values.put(int.class, 1);
        values.put(long.class, ProcessHandle.current().pid());
        values.put(boolean.class, false);
        values.put(Object.class, "anything");
        values.put(String.class, "nosuchprovider");
        values.put(Optional.class, Optional.empty());
        values.put(List.class, List.of());
        values.put(Collection.class, Set.of(first));
        values.put(Duration.class, Duration.ZERO);
        values.put(Exception.class, new Exception());
        values.put(Executor.class, (Executor) Runnable::run);
        values.put(Callable.class, (Callable<String>) () -> "done");
        values.put(BiConsumer.class, (BiConsumer<Object, Object>) (event, thrown) -> {});
        values.put(ProcessHandle.class, ProcessHandle.current());
        values.put(Signal.class, first);
        values.put(Signal[].class, new Signal[] {first});
        values.put(SignalHandler.class, recorder());
        values.put(SignalListener.class, recorder());
        values.put(HandleOption[].class, new HandleOption[0]);
        values.put(SubscribeOption[].class, new SubscribeOption[0]);
        values.put(IntervalTimer.class, IntervalTimer.REAL);
        values.put(Capability.class, Capability.RAISE);
        values.put(Disposition.class, Disposition.DEFAULT);
        values.put(DefaultAction.class, DefaultAction.IGNORE);
        values.put(SignalCause.class, SignalCause.UNKNOWN);
        values.put(SignalStatistics.class, SignalStatistics.NONE);
        values.put(PendingSignal.Keeper.class, PendingSignal.Keeper.HOLD);
        values.put(ThreadTarget.class, new ThreadTarget(1));
        values.put(Delivery.class, Delivery.withoutDetail(1, 1));
        values.put(SignalProvider.class, provider);
        if (!values.containsKey(type)) {
            fail("this test has no value for parameters of " + type);
        }
        return values.get(type);
    }

    @Test
    @Checks("ERR-2")
    void atLeastOneSignalIsNeeded() {
        assertThrows(IllegalArgumentException.class, () -> system.subscribe(List.of(), recorder()));
        assertThrows(IllegalArgumentException.class, () -> system.hold());
        assertThrows(IllegalArgumentException.class, () -> system.next());
        assertThrows(IllegalArgumentException.class, () -> system.await(List.of()));
        assertThrows(IllegalArgumentException.class, () -> system.await(List.of(), Duration.ZERO));
    }

    @Test
    @Checks({"ERR-2", "STR-7"})
    void atLeastOneSignalIsStreamed() {
        assertThrows(IllegalArgumentException.class, () -> system.stream(Set.of(), 1));
        assertThrows(IllegalArgumentException.class, () -> system.openChannel(Set.of()));
        assertThrows(IllegalArgumentException.class, () -> system.publisher(Set.of()));
        assertThrows(IllegalArgumentException.class, () -> system.stream(Set.of(first), 0));
        assertThrows(IllegalArgumentException.class, () -> system.stream(Set.of(first), -1));
        assertSame(SignalHandler.DEFAULT, system.handler(first));
    }

    @Test
    @Checks("ERR-3")
    void aTimeToWaitIsNotNegative() throws Exception {
        Duration negative = Duration.ofNanos(-1);
        assertThrows(IllegalArgumentException.class, () -> system.await(Set.of(first), negative));
        assertThrows(IllegalArgumentException.class, () -> system.sleep(negative));
        try (var stream = system.stream(Set.of(first), 1)) {
            assertThrows(IllegalArgumentException.class, () -> stream.poll(negative));
        }
    }

    /** More nanoseconds than a long has. */
    @Test
    @Checks("ERR-5")
    void theLongestDurationIsATimeToWait() throws Exception {
        for (String what : List.of("sleep", "await", "poll")) {
            CompletableFuture<String> end = new CompletableFuture<>();
            Thread waiter = new Thread(() -> end.complete(waitForever(what)), "tck " + what);
            waiter.setDaemon(true);
            waiter.start();
            Patience.await(
                    what + " to wait or to end",
                    () -> waiter.getState() == Thread.State.WAITING
                            || waiter.getState() == Thread.State.TIMED_WAITING
                            || end.isDone());
            waiter.interrupt();
            assertEquals("interrupted", Patience.within("the end of " + what, end), what);
        }
    }

    private String waitForever(String what) {
        try (var stream = system.stream(Set.of(second), 1)) {
            switch (what) {
                case "sleep" -> system.sleep(LONGEST);
                case "await" -> system.await(Set.of(first), LONGEST);
                default -> stream.poll(LONGEST);
            }
            return "ended by itself";
        } catch (InterruptedException expected) {
            return "interrupted";
        } catch (RuntimeException refused) {
            return refused.toString();
        }
    }

    @Test
    @Checks("ERR-5")
    @Needs(Capability.TIMERS)
    void theLongestDurationIsATimeOfATimer() {
        system.handle(StandardSignal.SIGALRM, recorder()); // should it expire all the same
        try {
            system.setTimer(IntervalTimer.REAL, LONGEST, LONGEST);
            Duration remained = system.alarm(LONGEST);
            assertTrue(remained.compareTo(Duration.ofDays(1)) > 0, "remained " + remained);
        } finally {
            system.alarm(Duration.ZERO);
        }
    }

    @Test
    @Checks({"ERR-4", "SND-6"})
    @Needs(Capability.SEND)
    @NeedsProcess
    void whatTheSystemRefusesHasNumberAndName() throws Exception {
        Process gone = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"), "-version")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        gone.waitFor();
        SignalException refused = assertThrows(SignalException.class, () -> system.send(gone.pid(), first));
        assertEquals("ESRCH", refused.errnoName());
        assertEquals(3, refused.errno());
    }

    private Map<Signal, Disposition> dispositions() {
        Map<Signal, Disposition> dispositions = new LinkedHashMap<>();
        SignalSystem now = system;
        now.signals()
                .forEach(signal -> dispositions.put(signal, now.info(signal).disposition()));
        return dispositions;
    }
}
