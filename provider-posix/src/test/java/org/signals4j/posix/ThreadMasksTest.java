/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGINT;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signals4j.DefaultAction;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalException;
import org.signals4j.spi.MaskChange;
import org.signals4j.spi.SignalSpec;

/** What is asked of the system, and how its answers are read. The masks of real threads are provider-linux's to test. */
class ThreadMasksTest {

    private static final Signal LAST = new RealtimeSignal(30);
    private static final List<SignalSpec> TABLE = List.of(
            SignalSpec.free(SIGHUP, 1, "", DefaultAction.TERMINATE),
            SignalSpec.free(SIGINT, 2, "", DefaultAction.TERMINATE),
            SignalSpec.free(LAST, 64, "", DefaultAction.TERMINATE));

    private final LibC libc = mock(LibC.class);
    private final ThreadMasks masks = new ThreadMasks(libc, TestAbi.LINUX, TABLE);

    /** The mask is 1 and 64, and 33, which is libc's own; and what follows in the set is garbage. */
    private static void answer(long address) {
        ByteBuffer set = Natives.view(address, 16);
        set.putLong(0, 0x8000_0001_0000_0001L).putLong(8, -1);
    }

    @ParameterizedTest
    @CsvSource({"BLOCK, 0", "UNBLOCK, 1", "SET, 2"})
    void changesTheMaskAndReturnsTheOneBefore(MaskChange how, int number) {
        when(libc.pthread_sigmask(anyInt(), anyLong(), anyLong())).then(call -> {
            assertThat(call.<Integer>getArgument(0)).isEqualTo(number);
            assertThat(Natives.view(call.getArgument(1), 8).getLong(0)).isEqualTo(0x8000_0000_0000_0002L);
            answer(call.getArgument(2));
            return 0;
        });
        assertThat(masks.change(how, Set.of(LAST, SIGINT))).containsExactly(SIGHUP, LAST);
    }

    @Test
    void showsWhatIsPending() {
        when(libc.sigpending(anyLong())).then(call -> {
            answer(call.getArgument(0));
            return 0;
        });
        assertThat(masks.pending()).containsExactly(SIGHUP, LAST);
    }

    /** The one returns the error, the other sets it. */
    @Test
    void whatTheSystemRefusesIsTold() {
        when(libc.pthread_sigmask(anyInt(), anyLong(), anyLong())).thenReturn(22);
        assertThatThrownBy(() -> masks.change(MaskChange.BLOCK, Set.of(SIGINT)))
                .isInstanceOf(SignalException.class)
                .hasMessageContaining("pthread_sigmask(BLOCK, [SIGINT])")
                .hasMessageContaining("EINVAL");
        when(libc.sigpending(anyLong())).thenReturn(-1);
        when(libc.errno()).thenReturn(14);
        assertThatThrownBy(masks::pending).isInstanceOf(SignalException.class).hasMessageContaining("EFAULT");
    }
}
