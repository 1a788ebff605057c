/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signals4j.DefaultAction;
import org.signals4j.RealtimeSignal;
import org.signals4j.SignalException;
import org.signals4j.StandardSignal;
import org.signals4j.spi.SignalSpec;

/** Errors that this system does not make, and kernels that it is not. */
class SignalSenderTest {

    private static final int PID = 4711;
    private static final int FD = 42;
    private static final SignalSpec TERM = SignalSpec.free(StandardSignal.SIGTERM, 15, "", DefaultAction.TERMINATE);
    private static final SignalSpec USR2 = SignalSpec.free(StandardSignal.SIGUSR2, 12, "", DefaultAction.TERMINATE);
    private static final SignalSpec QUEUED = SignalSpec.free(new RealtimeSignal(2), 36, "", DefaultAction.TERMINATE);

    private final LinuxLibC libc = mock(LinuxLibC.class);
    private final SignalSender sender = new SignalSender(libc, LinuxAbi.POSIX, Set.of(12));

    @Test
    void sendsByPidfdAndClosesIt() {
        pidfdOpenReturns(FD);
        sender.send(PID, TERM);
        verify(libc).syscall(LinuxProcessor.PIDFD_SEND_SIGNAL, FD, 15, 0, 0);
        verify(libc).close(FD);
        verify(libc, never()).kill(anyInt(), anyInt());
    }

    @ParameterizedTest
    @CsvSource({"1, EPERM, belongs to another user", "3, ESRCH, no such process", "22, EINVAL, does not accept"})
    void whatPidfdRefusesIsToldAndThePidfdClosed(int errno, String name, String text) {
        pidfdOpenReturns(FD);
        when(libc.syscall(LinuxProcessor.PIDFD_SEND_SIGNAL, FD, 15, 0, 0)).thenReturn(-1L);
        when(libc.errno()).thenReturn(errno);
        assertThatThrownBy(() -> sender.send(PID, TERM))
                .isInstanceOfSatisfying(
                        SignalException.class, e -> assertThat(e.errnoName()).isEqualTo(name))
                .hasMessageContaining("SIGTERM")
                .hasMessageContaining(String.valueOf(PID))
                .hasMessageContaining(text);
        verify(libc).close(FD);
        verify(libc, never()).kill(anyInt(), anyInt());
    }

    @ParameterizedTest
    @CsvSource({"38, no such call", "1, a filter forbids it"})
    void fallsBackToKillForGoodWhereTheKernelHasNoPidfd(int errno, String why) {
        pidfdOpenReturns(-1);
        when(libc.errno()).thenReturn(errno);
        sender.send(PID, TERM);
        sender.send(PID, TERM);
        verify(libc, times(1)).syscall(LinuxProcessor.PIDFD_OPEN, PID, 0, 0, 0);
        verify(libc, times(2)).kill(PID, 15);
    }

    @Test
    void fallsBackToKillForOnceWhenThereAreTooManyFiles() {
        pidfdOpenReturns(-1);
        when(libc.errno()).thenReturn(24);
        sender.send(PID, TERM);
        sender.send(PID, TERM);
        verify(libc, times(2)).syscall(LinuxProcessor.PIDFD_OPEN, PID, 0, 0, 0);
        verify(libc, times(2)).kill(PID, 15);
    }

    @Test
    void aProcessThatIsGoneIsNotAskedForTwice() {
        pidfdOpenReturns(-1);
        when(libc.errno()).thenReturn(3);
        assertThatThrownBy(() -> sender.send(PID, TERM))
                .isInstanceOfSatisfying(
                        SignalException.class, e -> assertThat(e.errnoName()).isEqualTo("ESRCH"));
        verify(libc, never()).kill(anyInt(), anyInt());
    }

    @Test
    void realtimeSignalsAreQueuedWhoeverGetsThem() {
        when(libc.getpid()).thenReturn(99);
        sender.send(PID, QUEUED);
        sender.raise(QUEUED);
        verify(libc).sigqueue(PID, 36, 0);
        verify(libc).sigqueue(99, 36, 0);
        verify(libc, never()).raise(anyInt());
        verify(libc, never()).kill(anyInt(), anyInt());
        verify(libc, never()).syscall(anyLong(), anyLong(), anyLong(), anyLong(), anyLong());
    }

    @Test
    void aFullQueueIsToldToTheSender() {
        when(libc.sigqueue(PID, 36, 0)).thenReturn(-1);
        when(libc.errno()).thenReturn(11);
        assertThatThrownBy(() -> sender.send(PID, QUEUED))
                .isInstanceOfSatisfying(
                        SignalException.class, e -> assertThat(e.errnoName()).isEqualTo("EAGAIN"))
                .hasMessageContaining("sigqueue(4711, SIGRTMIN+2, 0)")
                .hasMessageContaining("RLIMIT_SIGPENDING");
    }

    @Test
    void raisesOnTheCallingThreadButForSignalsThatTheJvmUsesOnThreads() {
        when(libc.getpid()).thenReturn(99);
        sender.raise(TERM);
        sender.raise(USR2);
        verify(libc).raise(15);
        verify(libc).kill(99, 12);
        verify(libc, never()).raise(12);
    }

    @Test
    void whatRaiseAndGroupsRefuseIsTold() {
        when(libc.raise(15)).thenReturn(-1);
        when(libc.killpg(77, 15)).thenReturn(-1);
        when(libc.errno()).thenReturn(22, 3);
        assertThatThrownBy(() -> sender.raise(TERM)).hasMessageContaining("raise(SIGTERM)");
        assertThatThrownBy(() -> sender.sendToGroup(77, TERM)).hasMessageContaining("killpg(77, SIGTERM)");
    }

    private void pidfdOpenReturns(long fd) {
        when(libc.syscall(LinuxProcessor.PIDFD_OPEN, PID, 0, 0, 0)).thenReturn(fd);
    }
}
