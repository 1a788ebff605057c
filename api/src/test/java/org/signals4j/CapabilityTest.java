/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGTERM;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CapabilityTest extends SystemFixture {

    @Override
    void prepare() {
        backend.without(Capability.values());
    }

    @Test
    void whatTheProviderLacksSaysSoAndWhoHasIt() {
        refuses("raise", Capability.RAISE, () -> system.raise(SIGTERM));
        refuses("send", Capability.SEND, () -> system.send(1, SIGTERM));
        refuses("sendToGroup", Capability.SEND_GROUP, () -> system.sendToGroup(2, SIGTERM));
        refuses(
                "handle(SYSTEM_DEFAULT)",
                Capability.SYSTEM_DEFAULT,
                () -> system.handle(SIGTERM, SignalHandler.SYSTEM_DEFAULT));
        refuses("queue", Capability.QUEUE, () -> system.queue(1, SIGTERM, 1));
        refuses("currentThread", Capability.THREAD_TARGET, system::currentThread);
        refuses("currentThread", Capability.THREAD_TARGET, ThreadTarget::current);
        refuses("sendToThread", Capability.THREAD_TARGET, () -> system.sendToThread(new ThreadTarget(1), SIGTERM));
        refuses("thread mask", Capability.THREAD_MASK, () -> system.threadMask().blocked());
        refuses("thread mask", Capability.THREAD_MASK, () -> system.threadMask().block(Set.of(SIGTERM)));
        refuses("setTimer", Capability.TIMERS, () -> system.alarm(Duration.ofSeconds(1)));
        refuses("timer", Capability.TIMERS, () -> system.timer(IntervalTimer.PROF));
        refuses("siginterrupt", Capability.INTERRUPT, () -> system.siginterrupt(SIGTERM, true));
        assertThat(system.capabilities()).isEmpty();
        assertThat(system.supports(Capability.RAISE)).isFalse();
        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void aMistakeIsToldBeforeWhatTheProviderLacks() {
        Set<Signal> withNull = new HashSet<>(Arrays.asList(SIGTERM, null));
        ThreadMask mask = system.threadMask();
        assertThatThrownBy(() -> mask.block(withNull)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> mask.set(withNull)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> mask.set(null)).isInstanceOf(NullPointerException.class);
    }

    /** What the api does by itself works over the poorest provider. */
    @Test
    void waitingAndHoldingNeedNoCapability() throws Exception {
        try (Hold hold = system.hold(SIGTERM)) {
            backend.deliver(SIGTERM);
            assertThat(system.await(hold.signals()).signal()).isEqualTo(SIGTERM);
            assertThat(system.pending()).isEmpty();
        }
    }

    private static void refuses(String operation, Capability capability, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("'" + operation + "'")
                .hasMessageContaining("'scripted'")
                .hasMessageContaining(capability.providers() + "; use the script in place of " + capability);
    }
}
