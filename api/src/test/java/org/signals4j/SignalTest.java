/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalTest {

    @ParameterizedTest
    @CsvSource({
        "SIGTERM, SIGTERM",
        "TERM, SIGTERM",
        "term, SIGTERM",
        "sigusr1, SIGUSR1",
        "IOT, SIGABRT",
        "SIGCLD, SIGCHLD",
        "POLL, SIGIO",
        "UNUSED, SIGSYS",
        "BREAK, SIGBREAK",
        "SIGPWR, SIGPWR",
        "RTMIN, SIGRTMIN",
        "SIGRTMIN+0, SIGRTMIN",
        "rtmin+3, SIGRTMIN+3",
    })
    void namesAreReadWithAndWithoutPrefixInEitherCase(String text, String name) {
        assertThat(Signal.of(text).name()).isEqualTo(name);
    }

    @Test
    void everyNameReadsAsItself() {
        for (StandardSignal signal : StandardSignal.values()) {
            assertThat(Signal.of(signal.name())).isSameAs(signal);
        }
        for (PlatformSignal signal : PlatformSignal.KNOWN) {
            assertThat(Signal.of(signal.name())).isEqualTo(signal).hasToString(signal.name());
        }
        assertThat(Signal.of("SIGRTMIN+7")).isEqualTo(new RealtimeSignal(7)).hasToString("SIGRTMIN+7");
    }

    @ParameterizedTest
    @CsvSource({
        "SIGFOO, SIGFPE",
        "SIGTREM, SIGTERM",
        "USR3, SIGUSR1",
        "SIGITN, SIGINT",
        "INTR, SIGINT",
        "KIL, SIGKILL",
        "ERM, SIGTERM",
        "'', SIGIO"
    })
    void anUnknownNameIsRefusedWithTheNearestOne(String text, String nearest) {
        assertThatThrownBy(() -> Signal.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining("did you mean " + nearest);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SIGRTMIN+", "SIGRTMIN+-1", "SIGRTMIN-1", "RTMIN+99999", " TERM", "15"})
    void whatOnlyLooksLikeANameIsRefused(String text) {
        assertThatThrownBy(() -> Signal.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatDependsOnThePlatformIsReferredToLookup() {
        assertThatThrownBy(() -> Signal.of("SIGRTMAX-1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Signals.lookup(\"SIGRTMAX-1\")");
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> Signal.of(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> new PlatformSignal(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void signalsCannotBeMadeUpAtWill() {
        assertThatThrownBy(() -> new RealtimeSignal(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PlatformSignal("SIGTERM"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("StandardSignal.SIGTERM");
        assertThatThrownBy(() -> new PlatformSignal("lost")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new PlatformSignal("SIGLOST").name()).isEqualTo("SIGLOST");
    }

    @Test
    void equalSignalsHaveEqualHashesAndOthersMostlyOtherOnes() {
        assertThat(new PlatformSignal("SIGLOST")).hasSameHashCodeAs(new PlatformSignal("SIGLOST"));
        assertThat(new RealtimeSignal(3)).hasSameHashCodeAs(new RealtimeSignal(3));
        assertThat(IntStream.range(0, 30).map(offset -> new RealtimeSignal(offset).hashCode()))
                .doesNotHaveDuplicates();
        assertThat(PlatformSignal.KNOWN.stream().map(Object::hashCode)).doesNotHaveDuplicates();
    }

    @Test
    void theCausesOfAChildAreThoseWhoseNameSaysSo() {
        for (SignalCause cause : SignalCause.values()) {
            assertThat(cause.isChild()).as(cause.name()).isEqualTo(cause.name().startsWith("CHILD_"));
        }
    }

    @Test
    void everyCapabilitySaysWhoHasIt() {
        assertThat(Capability.values())
                .allSatisfy(each -> assertThat(each.providers()).isNotBlank());
        assertThat(Capability.REALTIME.providers()).contains("linux");
    }
}
