/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signals4j.DefaultAction;
import org.signals4j.RealtimeSignal;
import org.signals4j.posix.Natives;
import org.signals4j.spi.SignalSpec;

/** The table, compared with what libc, the shell and the kernel say. */
class LinuxSignalsTest {

    /** Functions of glibc that only this test calls. */
    static final class Glibc {

        static {
            Natives.bind(Glibc.class);
        }

        native String strsignal(int signal);

        native String sigabbrev_np(int signal);
    }

    private final Glibc glibc = new Glibc();

    @ParameterizedTest
    @EnumSource(LinuxSignals.class)
    void hasTheNumberAndTheTextOfLibc(LinuxSignals signal) {
        SignalSpec spec = LinuxSignals.all(34, 64).get(signal.ordinal());
        String abbreviation = glibc.sigabbrev_np(signal.number());
        // glibc has POLL for the number that POSIX calls POLL and everybody else IO.
        assertThat(spec.signal().name()).isEqualTo("SIG" + (abbreviation.equals("POLL") ? "IO" : abbreviation));
        assertThat(spec.number()).isEqualTo(signal.number());
        assertThat(spec.description()).isEqualTo(glibc.strsignal(signal.number()));
    }

    @Test
    void takesTheRealtimeSignalsFromLibc() {
        int first = NativeAccess.libc().__libc_current_sigrtmin();
        int last = NativeAccess.libc().__libc_current_sigrtmax();
        assertThat(first).isBetween(34, 35);
        assertThat(last).isEqualTo(64);
        List<SignalSpec> all = LinuxSignals.all(first, last);
        assertThat(all).hasSize(31 + last - first + 1);
        for (int number = first; number <= last; number++) {
            SignalSpec spec = all.get(31 + number - first);
            assertThat(spec.number()).isEqualTo(number);
            assertThat(spec.signal()).isEqualTo(new RealtimeSignal(number - first));
            assertThat(spec.description()).isEqualTo(glibc.strsignal(number));
            assertThat(spec.defaultAction()).isEqualTo(DefaultAction.TERMINATE);
        }
    }
}
