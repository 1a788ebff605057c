/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.ByteBuffer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signals4j.IntervalTimer;
import org.signals4j.SignalException;
import org.signals4j.TimerSetting;

/** What is written for the system, and read from it. */
class IntervalTimersTest {

    private static final long LONGEST = 1_000;

    private final LibC libc = mock(LibC.class);
    private final IntervalTimers timers = new IntervalTimers(libc, TestAbi.LINUX, LONGEST);

    /** Period and delay, each in seconds and microseconds. */
    private final long[] set = new long[4];

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0, 0",
        "PT0.000000001S, 0, 1",
        "PT0.000001S, 0, 1",
        "PT0.000001001S, 0, 2",
        "PT0.999999S, 0, 999999",
        "PT0.999999001S, 1, 0",
        "PT1S, 1, 0",
        "PT999.999999001S, 1000, 0",
        "PT1000.5S, 1000, 0",
        "PT2562047788015215H30M7.999999999S, 1000, 0"
    })
    void aTimeIsRoundedUpToMicroseconds(Duration time, long seconds, long micros) {
        when(libc.setitimer(anyInt(), anyLong(), anyLong())).then(call -> {
            ByteBuffer struct = Natives.view(call.getArgument(1), 32);
            for (int i = 0; i < set.length; i++) {
                set[i] = struct.getLong(8 * i);
            }
            return 0;
        });
        timers.set(IntervalTimer.REAL, new TimerSetting(time, Duration.ZERO));
        assertThat(set).containsExactly(0, 0, seconds, micros);
        timers.set(IntervalTimer.REAL, new TimerSetting(Duration.ofSeconds(3), time));
        assertThat(set).containsExactly(seconds, micros, 3, 0);
    }

    @ParameterizedTest
    @CsvSource({"REAL, 0", "VIRTUAL, 1", "PROF, 2"})
    void whatWasSetIsRead(IntervalTimer timer, int number) {
        when(libc.setitimer(anyInt(), anyLong(), anyLong())).then(call -> {
            assertThat(call.<Integer>getArgument(0)).isEqualTo(number);
            fill(call.getArgument(2));
            return 0;
        });
        when(libc.getitimer(anyInt(), anyLong())).then(call -> {
            assertThat(call.<Integer>getArgument(0)).isEqualTo(number);
            fill(call.getArgument(1));
            return 0;
        });
        TimerSetting expected = new TimerSetting(Duration.ofSeconds(3, 4_000), Duration.ofSeconds(1, 2_000));
        assertThat(timers.set(timer, TimerSetting.OFF)).isEqualTo(expected);
        assertThat(timers.get(timer)).isEqualTo(expected);
    }

    /** On macOS the 4 bytes behind the microseconds are padding, and may be anything. */
    private static void fill(long address) {
        long padding = 0x5555_5555_0000_0000L;
        ByteBuffer struct = Natives.view(address, 32);
        struct.putLong(0, 1).putLong(8, padding | 2).putLong(16, 3).putLong(24, padding | 4);
    }

    @Test
    void whatTheSystemRefusesIsTold() {
        when(libc.setitimer(anyInt(), anyLong(), anyLong())).thenReturn(-1);
        when(libc.getitimer(anyInt(), anyLong())).thenReturn(-1);
        when(libc.errno()).thenReturn(22);
        assertThatThrownBy(() -> timers.set(IntervalTimer.PROF, TimerSetting.OFF))
                .isInstanceOf(SignalException.class)
                .hasMessageContaining("setitimer(PROF")
                .hasMessageContaining("EINVAL");
        assertThatThrownBy(() -> timers.get(IntervalTimer.PROF))
                .isInstanceOf(SignalException.class)
                .hasMessageContaining("getitimer(PROF")
                .hasMessageContaining("EINVAL");
    }
}
