/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.signals4j.DefaultAction.CORE_DUMP;
import static org.signals4j.DefaultAction.IGNORE;
import static org.signals4j.DefaultAction.TERMINATE;
import static org.signals4j.PlatformSignal.SIGBREAK;
import static org.signals4j.PlatformSignal.SIGPWR;
import static org.signals4j.StandardSignal.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.spi.SignalSpec;

class SignalTableTest {

    private static final Map<Signal, Integer> LINUX = Map.of(
            SIGTRAP, 5, SIGBUS, 7, SIGUSR1, 10, SIGSEGV, 11, SIGUSR2, 12, SIGTERM, 15, SIGXCPU, 24, SIGXFSZ, 25, SIGIO,
            29, SIGPWR, 30);

    private static final Map<Signal, Integer> MACOS =
            Map.of(SIGBUS, 10, SIGSEGV, 11, SIGIO, 23, SIGXCPU, 24, SIGXFSZ, 25, SIGUSR2, 31);

    private static final Map<Signal, Integer> WINDOWS =
            Map.of(SIGINT, 2, SIGILL, 4, SIGFPE, 8, SIGSEGV, 11, SIGTERM, 15, SIGBREAK, 21, SIGABRT, 22);

    @Test
    @EnabledOnOs(OS.LINUX)
    void hasEverySignalThatTheJdkCanName() {
        List<SignalSpec> here = SignalTable.create();
        assertThat(here).extracting(SignalSpec::number).isSorted().doesNotHaveDuplicates();
        assertThat(here).extracting(SignalSpec::signal).containsAll(EnumSet.allOf(StandardSignal.class));
        assertThat(here)
                .extracting(SignalSpec::number)
                .doesNotContain(32, 33, 34, 64)
                .hasSize(31);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void refusesWhatBelongsToOthers() {
        assertThat(refused(SignalTable.create()))
                .containsExactlyInAnyOrder(SIGQUIT, SIGILL, SIGBUS, SIGFPE, SIGKILL, SIGSEGV, SIGUSR2, SIGSTOP);
    }

    @Test
    void actionsDifferByPlatform() {
        List<SignalSpec> linux = create("Linux", "amd64", null, LINUX);
        List<SignalSpec> macos = create("Mac OS X", "aarch64", null, MACOS);
        assertThat(spec(linux, SIGIO).defaultAction()).isEqualTo(TERMINATE);
        assertThat(spec(linux, SIGXCPU).defaultAction()).isEqualTo(CORE_DUMP);
        assertThat(spec(linux, SIGXFSZ).defaultAction()).isEqualTo(CORE_DUMP);
        assertThat(spec(macos, SIGIO).defaultAction()).isEqualTo(IGNORE);
        assertThat(spec(macos, SIGXCPU).defaultAction()).isEqualTo(TERMINATE);
        assertThat(spec(macos, SIGXFSZ).defaultAction()).isEqualTo(TERMINATE);
    }

    @Test
    void ownersDifferByPlatform() {
        assertThat(refused(create("Linux", "amd64", null, LINUX))).doesNotContain(SIGIO, SIGTRAP);
        assertThat(refused(create("Linux", "ppc64le", null, LINUX))).contains(SIGTRAP);
        assertThat(refused(create("Mac OS X", "aarch64", null, MACOS))).contains(SIGIO);
        assertThat(refused(create("Windows 11", "amd64", null, WINDOWS)))
                .containsExactlyInAnyOrder(SIGILL, SIGFPE, SIGSEGV, SIGBREAK);
    }

    @ParameterizedTest
    @CsvSource({"30, SIGPWR", "' 30 ', SIGPWR", "7, SIGUSR2", "11, SIGUSR2", "many, SIGUSR2", ", SIGUSR2"})
    void threadSamplerHasTheSignalThatTheUserHasChosen(String chosen, String expected) {
        Set<Signal> refused = refused(create("Linux", "amd64", chosen, LINUX));
        refused.removeAll(Set.of(SIGBUS, SIGSEGV));
        assertThat(refused).containsExactly(Signal.of(expected));
    }

    @Test
    void childrenForbidIgnoringOnly() {
        SignalSpec child = spec(create("Linux", "amd64", null, Map.of(SIGCHLD, 17)), SIGCHLD);
        assertThat(child.refusal()).isEmpty();
        assertThat(child.ignoreRefusal()).isPresent();
    }

    private static List<SignalSpec> create(String os, String arch, String suspend, Map<Signal, Integer> numbers) {
        return SignalTable.create(
                os,
                arch,
                suspend,
                signal -> numbers.containsKey(signal) ? OptionalInt.of(numbers.get(signal)) : OptionalInt.empty());
    }

    private static SignalSpec spec(List<SignalSpec> specs, Signal signal) {
        return specs.stream()
                .filter(spec -> spec.signal().equals(signal))
                .findFirst()
                .orElseThrow();
    }

    private static Set<Signal> refused(List<SignalSpec> specs) {
        return specs.stream()
                .filter(spec -> spec.refusal().isPresent())
                .map(SignalSpec::signal)
                .collect(Collectors.toSet());
    }
}
