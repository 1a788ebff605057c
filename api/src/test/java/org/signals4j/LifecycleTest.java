/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.signals4j.scripted.ScriptedBackend;
import org.signals4j.scripted.ScriptedProvider;
import org.signals4j.spi.Availability;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

class LifecycleTest extends SystemFixture {

    private final ScriptedBackend other = new ScriptedBackend();

    @Test
    void aSecondSystemIsRefusedAndNamesTheFirst() {
        assertThatThrownBy(() -> SignalSystem.open(ScriptedProvider.over(other)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'scripted'")
                .hasMessageContaining(Thread.currentThread().getName());
        assertThat(other.calls()).isEmpty();
        assertThat(SignalSystem.current()).containsSame(system);
        assertThat(Signals.system()).isSameAs(system);
    }

    @Test
    void closeRestoresEverythingAndRefusesWhatFollows() {
        Subscription subscription = system.subscribe(List.of(SIGUSR1, SIGTERM), seen::add);
        system.handle(SIGUSR2, seen::add);
        system.close();
        system.close();
        for (Signal signal : List.of(SIGUSR1, SIGUSR2, SIGTERM)) {
            assertThat(backend.disposition(signal)).isEqualTo(Disposition.DEFAULT);
        }
        assertThat(subscription.isActive()).isFalse();
        subscription.close();
        assertThatThrownBy(() -> system.handle(SIGUSR1, seen::add)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> system.subscribe(SIGUSR1, seen::add)).isInstanceOf(IllegalStateException.class);
        assertThat(SignalSystem.current()).isEmpty();
        assertThat(system).hasToString("SignalSystem[scripted, closed]");
    }

    @Test
    void aClosedSystemAsksNothingOfTheBackend() {
        ThreadMask mask = system.threadMask();
        ThreadTarget self = system.currentThread();
        long pid = ProcessHandle.current().pid();
        system.close();
        List<String> before = backend.calls();
        List<ThrowingCallable> changes = List.of(
                () -> system.handle(SIGUSR1, seen::add),
                () -> system.raise(SIGUSR1),
                () -> system.send(pid, SIGUSR1),
                () -> system.send(ProcessHandle.current(), SIGUSR1),
                () -> system.sendToGroup(4711, SIGUSR1),
                () -> system.queue(pid, SIGUSR1, 1),
                () -> system.queue(ProcessHandle.current(), SIGUSR1, 1),
                () -> system.sendToThread(self, SIGUSR1),
                () -> system.alarm(Duration.ZERO),
                () -> system.setTimer(IntervalTimer.PROF, Duration.ZERO, Duration.ZERO),
                () -> system.siginterrupt(SIGUSR1, true),
                () -> system.hold(SIGUSR1),
                () -> system.next(SIGUSR1),
                () -> system.await(Set.of(SIGUSR1)),
                () -> system.await(Set.of(SIGUSR1), Duration.ZERO),
                system::pause,
                () -> system.sleep(Duration.ZERO),
                system::bindMainThread,
                () -> mask.block(Set.of(SIGUSR1)),
                () -> mask.unblock(Set.of(SIGUSR1)),
                () -> mask.set(Set.of(SIGUSR1)));
        for (ThrowingCallable change : changes) {
            assertThatThrownBy(change)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("this SignalSystem is closed");
        }
        assertThat(backend.calls()).isEqualTo(before);
    }

    @Test
    void aClosedSystemCanStillBeLookedAt() throws Exception {
        system.handle(SIGUSR1, seen::add);
        system.close();
        assertThat(system.handler(SIGUSR1)).isSameAs(SignalHandler.DEFAULT);
        assertThat(system.info(SIGUSR1).disposition()).isEqualTo(Disposition.DEFAULT);
        assertThat(system.statistics(SIGUSR1).received()).isZero();
        assertThat(system.lookup("USR1")).isEqualTo(SIGUSR1);
        assertThat(system.supported()).contains(SIGUSR1);
        assertThat(system.pending()).isEmpty();
        assertThat(system.timer(IntervalTimer.REAL)).isEqualTo(TimerSetting.OFF);
        assertThat(system.currentThread()).isEqualTo(new ThreadTarget(77));
        assertThat(system.threadMask().blocked()).isEmpty();
        system.checkpoint();
        assertThat(system.call(() -> "done")).isEqualTo("done");
    }

    @Test
    void aBadArgumentComesBeforeClosedAndWhatTheProviderLacksAfterIt() {
        system.close();
        system = SignalSystem.open(
                ScriptedProvider.over(other.without(Capability.RAISE, Capability.TIMERS, Capability.SYSTEM_DEFAULT)));
        system.close();
        assertThatThrownBy(() -> system.raise(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.send(0, SIGUSR1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.alarm(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.sleep(Duration.ofNanos(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(system::hold).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.subscribe(Set.of(), seen::add)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.threadMask().block(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.raise(SIGUSR1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> system.raise(PlatformSignal.SIGBREAK)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> system.alarm(Duration.ZERO)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> system.handle(SIGUSR1, SignalHandler.SYSTEM_DEFAULT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void afterCloseTheReaderStaysAndAppliesDefaults() {
        system.handle(SIGTERM, seen::add);
        system.close();
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(seen).isEmpty();
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
        assertThat(backend.isClosed()).isFalse();
    }

    /** It arrives after the last look of the old reader. */
    @Test
    void whatIsOnItsWayWhenANewSystemTakesOverGetsItsDefault() {
        system.handle(SIGTERM, seen::add);
        system.close();
        soon().until(backend::isDrained);
        backend.afterEmptyRead(() -> backend.deliver(SIGTERM));
        system = SignalSystem.open(ScriptedProvider.over(other));
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
        assertThat(backend.isClosed()).isTrue();
        assertThat(seen).isEmpty();
    }

    @Test
    void aNewSystemTakesOverFromTheClosedOne() {
        system.handle(SIGUSR1, seen::add);
        system.close();
        system = SignalSystem.open(ScriptedProvider.over(other));
        assertThat(backend.isClosed()).isTrue();
        system.handle(SIGUSR1, seen::add);
        other.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 1);
        backend.deliver(SIGUSR1);
        other.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 2);
        assertThat(backend.unread()).as("nobody reads the old backend").isOne();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void aNewSystemTakesOverThoughAHandlerOfTheOldOneIsStuck() {
        system.handle(SIGUSR1, this::block);
        backend.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 1);
        system.close();
        system = SignalSystem.open(ScriptedProvider.over(other));
        system.handle(SIGUSR1, seen::add);
        other.deliver(SIGUSR1);
        soon().until(() -> seen.size() == 2);
    }

    @Test
    void aProviderThatCannotOpenLeavesTheProcessFree() {
        system.close();
        SignalException refusal = new SignalException("mmap", 1, "EPERM", "no executable memory");
        SignalProvider broken = new SignalProvider() {
            @Override
            public String name() {
                return "broken";
            }

            @Override
            public int priority() {
                return 1;
            }

            @Override
            public Availability availability() {
                return Availability.available("so it says");
            }

            @Override
            public SignalBackend open() {
                throw refusal;
            }
        };
        assertThatThrownBy(() -> SignalSystem.open(broken)).isSameAs(refusal);
        system = SignalSystem.open(ScriptedProvider.over(other));
        assertThat(system.provider()).isEqualTo("scripted");
    }

    @Test
    void threadsStartWithTheFirstSignalThatIsTaken() {
        system.close();
        system = SignalSystem.open(ScriptedProvider.over(other));
        soon().until(() -> ourThreads() == 0);
        system.info(SIGTERM);
        assertThat(ourThreads()).isZero();
        system.handle(SIGUSR1, seen::add);
        system.handle(SIGUSR2, seen::add);
        assertThat(ourThreads()).isEqualTo(2);
    }

    private static long ourThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("signals4j"))
                .count();
    }

    /** Loads the api a second time, as two web applications in one server would. */
    @Test
    void aSecondCopyOfTheApiIsRefusedWithTheRemedy() throws Exception {
        ClassLoader copy = new ClassLoader(null) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                try (InputStream in =
                        SignalSystem.class.getModule().getResourceAsStream(name.replace('.', '/') + ".class")) {
                    if (in == null) {
                        throw new ClassNotFoundException(name);
                    }
                    byte[] bytes = in.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException unreadable) {
                    throw new ClassNotFoundException(name, unreadable);
                }
            }

            @Override
            public String toString() {
                return "the loader of another application";
            }
        };
        Class<?> providerType = copy.loadClass(SignalProvider.class.getName());
        Object provider = copy.loadClass(ScriptedProvider.class.getName())
                .getMethod("over", copy.loadClass(SignalBackend.class.getName()))
                .invoke(
                        null,
                        copy.loadClass(ScriptedBackend.class.getName())
                                .getConstructor()
                                .newInstance());
        assertThatThrownBy(() -> copy.loadClass(SignalSystem.class.getName())
                        .getMethod("open", providerType)
                        .invoke(null, provider))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another copy of signals4j")
                .hasMessageContaining("signals4j-api");
    }

    @Test
    void aBackendThatFailsForEverLetsANewSystemTakeOver() {
        try (LogRecords log = new LogRecords()) {
            system.handle(SIGUSR1, seen::add);
            backend.failReads(Integer.MAX_VALUE);
            soon().until(() -> !log.messages().isEmpty());
            system.close();
            system = SignalSystem.open(ScriptedProvider.over(other));
        }
        assertThat(backend.isClosed()).isTrue();
    }

    @Test
    void withoutAProviderOnThePathNothingOpens() {
        system.close();
        assertThatThrownBy(SignalSystem::open).isInstanceOf(NoProviderException.class);
        assertThatThrownBy(() -> SignalSystem.open("linux")).isInstanceOf(NoProviderException.class);
        assertThatThrownBy(Signals::system).isInstanceOf(NoProviderException.class);
        assertThat(SignalSystem.candidates()).isEmpty();
        assertThat(SignalSystem.candidates("linux")).isEmpty();
        assertThat(SignalSystem.current()).isEmpty();
    }

    @Test
    void aSubscriptionSaysWhetherItIsClosed() {
        Subscription subscription = system.subscribe(SIGUSR2, seen::add);
        assertThat(subscription).hasToString("Subscription[SIGUSR2]");
        subscription.close();
        assertThat(subscription).hasToString("Subscription[SIGUSR2] (closed)");
    }
}
