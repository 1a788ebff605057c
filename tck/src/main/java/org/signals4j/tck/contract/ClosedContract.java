/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.HandleOption;
import org.signals4j.IntervalTimer;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.SignalListener;
import org.signals4j.SubscribeOption;
import org.signals4j.ThreadTarget;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;

/** What can be done with a system that is closed. */
class ClosedContract extends InProcess {

    /** What changes nothing and waits for nothing. A method that is added is not among them, and so has to refuse. */
    private static final Set<String> LOOKS = new TreeSet<>(Set.of(
            "provider",
            "capabilities",
            "supports",
            "signals",
            "supported",
            "lookup",
            "number",
            "describe",
            "info",
            "handler",
            "statistics",
            "pending",
            "timer",
            "currentThread",
            "threadMask",
            "blocked",
            "checkpoint",
            "call",
            "close",
            "toString"));

    @Test
    @Checks("LIFE-3")
    void whateverWouldChangeOrWaitIsRefused() throws Exception {
        system.close();
        forEachMethod((method, thrown) -> {
            if (!LOOKS.contains(method.getName())) {
                assertInstanceOf(IllegalStateException.class, thrown, method + " of a system that is closed");
            }
        });
    }

    @Test
    @Checks("LIFE-3")
    void whatOnlyLooksGoesOn() throws Exception {
        system.handle(first, recorder());
        system.close();
        Set<String> seen = new TreeSet<>();
        forEachMethod((method, thrown) -> {
            if (LOOKS.contains(method.getName())) {
                seen.add(method.getName());
                if (!(thrown instanceof UnsupportedOperationException)) { // the provider lacks the capability
                    assertNull(thrown, method + " of a system that is closed");
                }
            }
        });
        assertEquals(LOOKS, seen, "the methods that were called");
        assertSame(SignalHandler.DEFAULT, system.handler(first));
    }

    private void forEachMethod(BiConsumer<Method, Throwable> check) throws Exception {
        for (Object target : new Object[] {system, system.threadMask()}) {
            for (Method method : target.getClass().getDeclaredMethods()) {
                if (Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && !method.isSynthetic()) {
                    check.accept(method, thrownBy(target, method));
                }
            }
        }
    }

    private Throwable thrownBy(Object target, Method method) throws IllegalAccessException {
        try {
            method.invoke(
                    target,
                    Arrays.stream(method.getParameterTypes())
                            .map(this::harmless)
                            .toArray());
            return null;
        } catch (InvocationTargetException thrown) {
            return thrown.getCause();
        }
    }

    /** Arguments with which an open system would do the least. */
    private Object harmless(Class<?> type) {
        Map<Class<?>, Object> values = new HashMap<>();
        values.put(int.class, system.number(first));
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
        values.put(String.class, first.name());
        values.put(ProcessHandle.class, ProcessHandle.current());
        values.put(ThreadTarget.class, new ThreadTarget(1));
        values.put(Callable.class, (Callable<String>) () -> "done");
        return Objects.requireNonNull(values.get(type), () -> "this test has no value for parameters of " + type);
    }
}
