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
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        assertThatThrownBy(() -> system.handler(SIGUSR1)).isInstanceOf(IllegalStateException.class);
        assertThat(SignalSystem.current()).isEmpty();
        assertThat(system).hasToString("SignalSystem[scripted, closed]");
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
}
