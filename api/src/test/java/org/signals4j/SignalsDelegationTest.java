/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.scripted.ScriptedBackend;
import org.signals4j.scripted.ScriptedProvider;

/** Each method of the facade does what that of the system does: compared over a platform of its own each time. */
@Timeout(60)
class SignalsDelegationTest {

    private static final SignalHandler HANDLER = event -> {};
    private static final SignalListener LISTENER = event -> {};
    private static final Executor DIRECT = Runnable::run;
    private static final Callable<String> TASK = () -> "of the task";

    /** These show what they do by the time that they take, or by what runs meanwhile. */
    private static final List<String> OTHERWISE = List.of("system", "pause", "sleep", "checkpoint");

    private static final Map<Class<?>, Object> ARGUMENTS = Map.ofEntries(
            Map.entry(Signal.class, SIGUSR1),
            Map.entry(Signal[].class, new Signal[] {SIGUSR1, SIGUSR2}),
            Map.entry(Collection.class, List.of(SIGUSR1, SIGUSR2)),
            Map.entry(SignalHandler.class, HANDLER),
            Map.entry(SignalListener.class, LISTENER),
            Map.entry(HandleOption[].class, new HandleOption[] {HandleOption.OVERRIDE_IGNORED}),
            Map.entry(SubscribeOption[].class, new SubscribeOption[] {SubscribeOption.executor(DIRECT)}),
            Map.entry(Callable.class, TASK),
            Map.entry(Duration.class, Duration.ofSeconds(3)),
            Map.entry(IntervalTimer.class, IntervalTimer.PROF),
            Map.entry(ProcessHandle.class, ProcessHandle.current()),
            Map.entry(ThreadTarget.class, new ThreadTarget(4711)),
            Map.entry(String.class, "SIGUSR2"),
            Map.entry(int.class, 1),
            Map.entry(long.class, 4711L),
            Map.entry(boolean.class, true));

    static Stream<Method> methods() {
        return Arrays.stream(Signals.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !OTHERWISE.contains(method.getName()))
                .sorted(Comparator.comparing(Method::toString)); // reflection has no order of its own
    }

    @ParameterizedTest
    @MethodSource("methods")
    void doesWhatTheSystemDoes(Method facade) throws Exception {
        Method direct = SignalSystem.class.getMethod(facade.getName(), facade.getParameterTypes());
        for (Capability capability : List.of(Capability.RAISE, Capability.CONSOLE_GROUP)) {
            Object[] arguments = Arrays.stream(facade.getParameterTypes())
                    .map(type -> type == Capability.class ? capability : ARGUMENTS.get(type))
                    .toArray();
            assertThat(observed(facade, arguments)).isEqualTo(observed(direct, arguments));
        }
    }

    /** What a call returns, and what it asks of the platform. */
    private static List<Object> observed(Method method, Object... arguments) throws Exception {
        ScriptedBackend backend = new ScriptedBackend();
        try (SignalSystem system = SignalSystem.open(ScriptedProvider.over(backend));
                Hold hold = system.hold(SIGUSR2)) {
            backend.deliver(SIGUSR2);
            SystemFixture.soon().until(() -> !system.pending().isEmpty());
            system.handle(SIGUSR1, SignalHandler.IGNORE);
            system.setTimer(IntervalTimer.PROF, Duration.ofSeconds(7), Duration.ofSeconds(8));
            system.alarm(Duration.ofSeconds(9));
            Object result = method.invoke(Modifier.isStatic(method.getModifiers()) ? null : system, arguments);
            // What a future took is given back by another thread, in its own time.
            List<String> calls = result instanceof CompletableFuture ? List.of() : backend.calls();
            List<Object> observed = List.of(String.valueOf(described(result)), calls);
            assertThat(hold.signals()).containsExactly(SIGUSR2);
            return observed;
        }
    }

    private static Object described(Object result) throws Exception {
        if (result instanceof SignalEvent event) {
            return event.signal();
        }
        if (result instanceof Optional<?> some && some.orElse(null) instanceof SignalEvent event) {
            return List.of(event.signal());
        }
        if (result instanceof CompletableFuture<?> future) {
            return described(future.get(20, TimeUnit.SECONDS));
        }
        if (result instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof PendingSignal pending) {
            return pending.signal() + " " + pending.heldBy();
        }
        if (result instanceof ThreadMask mask) {
            return "mask of " + mask.blocked();
        }
        if (result instanceof AutoCloseable resource) {
            resource.close();
            return resource.getClass();
        }
        return result;
    }

    @Test
    void pauseSleepAndCheckpointWaitAndRunWhatIsDue() throws Exception {
        ScriptedBackend backend = new ScriptedBackend();
        try (SignalSystem system = SignalSystem.open(ScriptedProvider.over(backend))) {
            long start = System.nanoTime();
            Signals.sleep(Duration.ofMillis(30));
            assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(30));
            AtomicBoolean ran = new AtomicBoolean();
            try (MainThread main = Signals.bindMainThread()) {
                system.handle(SIGUSR1, event -> ran.set(true));
                backend.deliver(SIGUSR1);
                SystemFixture.soon().until(backend::isDrained);
                Signals.checkpoint();
                assertThat(ran).isTrue();
                ran.set(false);
                backend.deliver(SIGUSR1);
                Signals.pause();
                assertThat(ran).as("before pause returned").isTrue();
                assertThat(main.thread()).isSameAs(Thread.currentThread());
            }
        }
    }
}
