/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.HandleOption;
import org.signals4j.IntervalTimer;
import org.signals4j.Signal;
import org.signals4j.SignalException;
import org.signals4j.SignalHandler;
import org.signals4j.SignalListener;
import org.signals4j.SignalSystem;
import org.signals4j.Signals;
import org.signals4j.SubscribeOption;
import org.signals4j.ThreadMask;
import org.signals4j.ThreadTarget;
import org.signals4j.spi.SignalProvider;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsProcess;

/** Mistakes are found where they are made, and change nothing. */
class BadInputContract extends InProcess {

    /** Goes through all public methods, so that one that is added is checked, too. */
    @Test
    @Checks("ERR-1")
    void nullIsRefusedByEveryMethod() throws Exception {
        Map<Signal, Disposition> before = dispositions();
        int calls = 0;
        for (Class<?> type : List.of(SignalSystem.class, Signals.class, ThreadMask.class)) {
            Object target = type == ThreadMask.class ? system.threadMask() : system;
            for (Method method : type.getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && !method.isSynthetic()
                        && !method.getName().equals("equals")) {
                    calls += withNulls(target, method);
                }
            }
        }
        assertEquals(before, dispositions());
        assertSame(SignalHandler.DEFAULT, system.handler(first));
        assertEquals(List.of(), system.pending());
        if (calls < 80) {
            fail("only " + calls + " calls were made");
        }
    }

    /** What is open is opened here, so that its methods can be told from those that open. */
    @Test
    @Checks("ERR-1")
    void nullIsRefusedByWhatIsOpen() {
        try (var stream = system.stream(Set.of(first), 1);
                var publisher = system.publisher(Set.of(first));
                var subscription = system.subscribe(first, recorder())) {
            assertThrows(NullPointerException.class, () -> stream.poll(null));
            assertThrows(NullPointerException.class, () -> publisher.subscribe(null));
            assertThrows(NullPointerException.class, () -> subscription.isActive(null));
            assertTrue(subscription.isActive());
        }
    }

    /** A null among others is one, too. */
    @Test
    @Checks("ERR-1")
    void nullIsRefusedAmongOthers() {
        List<Signal> signals = Arrays.asList(first, null);
        Signal[] array = {first, null};
        Map<Signal, Disposition> before = dispositions();
        Map<String, Executable> calls = new LinkedHashMap<>();
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

    private int withNulls(Object target, Method method) throws IllegalAccessException {
        Class<?>[] types = method.getParameterTypes();
        int calls = 0;
        for (int i = 0; i < types.length; i++) {
            if (types[i].isPrimitive()) {
                continue;
            }
            Object[] arguments = Arrays.stream(types).map(this::harmless).toArray();
            arguments[i] = null;
            String call = method.getName() + Arrays.toString(arguments);
            try {
                Object result = method.invoke(target, arguments);
                fail(call + " has accepted null and returned " + result);
            } catch (InvocationTargetException thrown) {
                assertInstanceOf(NullPointerException.class, thrown.getCause(), call);
            }
            calls++;
        }
        return calls;
    }

    private Object harmless(Class<?> type) {
        Map<Class<?>, Object> values = new LinkedHashMap<>();
        values.put(int.class, 1);
        values.put(long.class, ProcessHandle.current().pid());
        values.put(boolean.class, false);
        values.put(Signal.class, first);
        values.put(Signal[].class, new Signal[] {first});
        values.put(Collection.class, Set.of(first));
        values.put(SignalHandler.class, recorder());
        values.put(SignalListener.class, recorder());
        values.put(HandleOption[].class, new HandleOption[0]);
        values.put(SubscribeOption[].class, new SubscribeOption[0]);
        values.put(Duration.class, Duration.ZERO);
        values.put(IntervalTimer.class, IntervalTimer.REAL);
        values.put(Capability.class, Capability.RAISE);
        values.put(String.class, "nosuchprovider");
        values.put(ProcessHandle.class, ProcessHandle.current());
        values.put(ThreadTarget.class, new ThreadTarget(1));
        values.put(Callable.class, (Callable<String>) () -> "done");
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
    @Checks("ERR-3")
    void aTimeToWaitIsNotNegative() throws Exception {
        Duration negative = Duration.ofNanos(-1);
        assertThrows(IllegalArgumentException.class, () -> system.await(Set.of(first), negative));
        assertThrows(IllegalArgumentException.class, () -> system.sleep(negative));
        try (var stream = system.stream(Set.of(first), 1)) {
            assertThrows(IllegalArgumentException.class, () -> stream.poll(negative));
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
