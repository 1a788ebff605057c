/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGCHLD;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGKILL;
import static org.signals4j.StandardSignal.SIGSEGV;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signals4j.scripted.ScriptedBackend;

class LookupTest extends SystemFixture {

    @ParameterizedTest
    @CsvSource({
        "1, SIGHUP",
        "SIGHUP, SIGHUP",
        "hup, SIGHUP",
        "34, SIGRTMIN",
        "SIGRTMAX, SIGRTMIN+30",
        "rtmax-1, SIGRTMIN+29",
        "SIGRTMAX-30, SIGRTMIN",
        "CLD, SIGCHLD",
        "PWR, SIGPWR",
    })
    void namesAndNumbersAreLookedUp(String text, String name) {
        assertThat(system.lookup(text).name()).isEqualTo(name);
    }

    @Test
    void numbersAreThePlatforms() {
        for (Signal signal : system.signals()) {
            assertThat(system.number(signal)).isEqualTo(ScriptedBackend.numberOf(signal));
            assertThat(system.lookup(system.number(signal))).isEqualTo(signal);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65, 33, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void aNumberThatNoSignalHasIsRefused(int number) {
        assertThatThrownBy(() -> system.lookup(number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(number))
                .hasMessageContaining("1 to " + ScriptedBackend.SIGRTMAX);
        assertThatThrownBy(() -> system.lookup(String.valueOf(number))).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGFOO", "", "SIGRTMAX-31", "SIGRTMAX+1", "-"})
    void aNameThatNoSignalHasIsRefused(String name) {
        assertThatThrownBy(() -> system.lookup(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGBREAK", "SIGRTMIN+31", "SIGEMT"})
    void aKnownSignalThatThePlatformLacksIsUnsupported(String name) {
        assertThatThrownBy(() -> system.lookup(name))
                .isInstanceOfSatisfying(
                        UnsupportedSignalException.class,
                        unsupported -> assertThat(unsupported.signalName()).isEqualTo(name))
                .hasMessageContaining(name)
                .hasMessageContaining("'scripted'");
        Signal signal = Signal.of(name);
        assertThatThrownBy(() -> system.number(signal)).isInstanceOf(UnsupportedSignalException.class);
        assertThatThrownBy(() -> system.describe(signal)).isInstanceOf(UnsupportedSignalException.class);
        assertThatThrownBy(() -> system.info(signal)).isInstanceOf(UnsupportedSignalException.class);
        assertThatThrownBy(() -> system.handler(signal)).isInstanceOf(UnsupportedSignalException.class);
        assertThatThrownBy(() -> system.raise(signal)).isInstanceOf(UnsupportedSignalException.class);
        assertThatThrownBy(() -> system.send(1, signal)).isInstanceOf(UnsupportedSignalException.class);
        assertThatThrownBy(() -> system.sendToGroup(2, signal)).isInstanceOf(UnsupportedSignalException.class);
        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void supportedLeavesOutWhatIsReserved() {
        assertThat(system.signals()).contains(SIGKILL, SIGSEGV, SIGHUP, new RealtimeSignal(30));
        assertThat(system.supported())
                .doesNotContain(SIGKILL, SIGSEGV)
                .contains(SIGHUP, SIGCHLD, new RealtimeSignal(0))
                .isSubsetOf(system.signals());
        assertThatThrownBy(() -> system.supported().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void infoTellsWhatIsKnown() {
        assertThat(system.describe(SIGUSR1)).isEqualTo("text of SIGUSR1");
        SignalInfo term = system.info(SIGTERM);
        assertThat(term.owner()).hasValue("the JVM (shutdown)");
        assertThat(term.allowed()).isTrue();
        assertThat(term.disposition()).isEqualTo(Disposition.DEFAULT);
        assertThat(system.info(SIGSEGV).allowed()).isFalse();
        assertThat(system.info(SIGSEGV).refusal()).hasValue("it checks for null with it");
        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> system.lookup(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.number(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.describe(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.info(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.handler(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.supports(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void whatTheProviderCanDoIsKnown() {
        assertThat(system.capabilities()).isEqualTo(backend.capabilities()).isNotEmpty();
        assertThat(backend.capabilities()).allMatch(system::supports);
        assertThat(system.supports(Capability.CONSOLE_GROUP)).isFalse();
    }
}
