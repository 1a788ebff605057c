/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.signals4j.DefaultAction;
import org.signals4j.RealtimeSignal;
import org.signals4j.SignalException;
import org.signals4j.StandardSignal;
import org.signals4j.spi.SignalSpec;

/** Errors that cannot be had here, and the other processor. */
class ThreadSenderTest {

    private static final int PROCESS = 4711;
    private static final int THREAD = 4712;
    private static final SignalSpec USR2 = SignalSpec.free(StandardSignal.SIGUSR2, 12, "", DefaultAction.TERMINATE);
    private static final SignalSpec QUEUED = SignalSpec.free(new RealtimeSignal(2), 36, "", DefaultAction.TERMINATE);

    private final LinuxLibC libc = mock(LinuxLibC.class);

    private ThreadSender sender(LinuxProcessor processor) {
        when(libc.getpid()).thenReturn(PROCESS);
        return new ThreadSender(libc, LinuxAbi.POSIX, processor, 12);
    }

    @ParameterizedTest
    @CsvSource({
        "1, EPERM, not permitted",
        "3, ESRCH, no such process",
        "11, EAGAIN, RLIMIT_SIGPENDING",
        "22, EINVAL, does not accept"
    })
    void whatTheSystemRefusesIsTold(int errno, String name, String text) {
        ThreadSender sender = sender(LinuxProcessor.X86_64);
        when(libc.syscall(234, PROCESS, THREAD, 36, 0)).thenReturn(-1L);
        when(libc.errno()).thenReturn(errno);
        assertThatThrownBy(() -> sender.send(THREAD, QUEUED))
                .isInstanceOfSatisfying(
                        SignalException.class, e -> assertThat(e.errnoName()).isEqualTo(name))
                .hasMessageContaining("SIGRTMIN+2")
                .hasMessageContaining(String.valueOf(THREAD))
                .hasMessageContaining(text);
    }

    @Test
    void theSuspendSignalIsRefusedBeforeTheSystemIsAsked() {
        ThreadSender sender = new ThreadSender(libc, LinuxAbi.POSIX, LinuxProcessor.X86_64, 12);
        assertThatThrownBy(() -> sender.send(THREAD, USR2))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("SIGUSR2");
        verifyNoInteractions(libc);
    }

    @ParameterizedTest
    @EnumSource(LinuxProcessor.class)
    void eachProcessorHasItsNumbers(LinuxProcessor processor) {
        boolean arm = processor == LinuxProcessor.AARCH64;
        when(libc.syscall(arm ? 178 : 186, 0, 0, 0, 0)).thenReturn((long) THREAD);
        when(libc.syscall(arm ? 131 : 234, PROCESS, THREAD, 36, 0)).thenReturn(-1L);
        when(libc.errno()).thenReturn(3);
        ThreadSender sender = sender(processor);
        assertThat(sender.current()).isEqualTo(THREAD);
        assertThatThrownBy(() -> sender.send(THREAD, QUEUED)).isInstanceOf(SignalException.class);
    }
}
