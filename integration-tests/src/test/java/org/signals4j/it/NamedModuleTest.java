/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.signals4j.StandardSignal.SIGURG;

import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.SignalSystem;
import org.signals4j.Signals;

/**
 * A named module, this one, uses each provider in turn. A missing {@code opens} shows here and in {@link LaunchTest}
 * alone, because surefire opens the packages of a module to its own tests.
 */
class NamedModuleTest {

    static List<Provider> providers() {
        return Provider.here();
    }

    /** With SIGURG, which does nothing by default, so that it may be raised in the JVM of the tests. */
    @ParameterizedTest
    @MethodSource("providers")
    void opensRaisesAndCloses(Provider provider) throws InterruptedException {
        LinkedBlockingQueue<SignalEvent> arrived = new LinkedBlockingQueue<>();
        try (SignalSystem system = SignalSystem.open(provider.name())) {
            assertThat(Signals.system()).isSameAs(system);
            assertThat(system.provider()).isEqualTo(provider.name());
            assertThat(system.handle(SIGURG, arrived::add)).isEqualTo(SignalHandler.DEFAULT);
            system.raise(SIGURG);
            assertThat(arrived.poll(30, TimeUnit.SECONDS))
                    .extracting(SignalEvent::signal)
                    .isEqualTo(SIGURG);
            assertThatExceptionOfType(IllegalStateException.class)
                    .isThrownBy(SignalSystem::open)
                    .withMessageContaining("provider '%s'", provider);
        }
        assertThat(SignalSystem.current()).isEmpty();
    }
}
