/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.timeout;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.signals4j.PlatformSignal.SIGBREAK;
import static org.signals4j.StandardSignal.SIGABRT;
import static org.signals4j.StandardSignal.SIGFPE;
import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGTERM;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.stream.Collectors;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.Signal;
import org.signals4j.SignalException;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.Outcome;
import org.signals4j.windows.jna.ConsoleHandler;
import org.signals4j.windows.jna.CrtHandler;
import org.signals4j.windows.jna.Kernel32;
import org.signals4j.windows.jna.Ucrt;

/** The backend over libraries that do as they are told. */
class WindowsBackendTest {

    private static final Set<InstallFlag> NO_FLAGS = Set.of();
    private static final int CONSOLE_THREAD = 77;
    private static final long OURS = 0x1000;
    private static final long THEIRS = 0x2000;
    private static final long OF_JVM = 0x3000;
    private static final long JVM = 0x30;
    private static final long ROUTINE = 0x4000;

    private final Kernel32 kernel32 = mock(Kernel32.class);
    private final Ucrt ucrt = mock(Ucrt.class);
    private final AtomicLongArray table = new AtomicLongArray(23);
    private final List<Long> raisedWith = new CopyOnWriteArrayList<>();
    private WindowsBackend backend;
    private CrtHandler crtHandler;

    @BeforeEach
    void open() {
        when(kernel32.SetConsoleCtrlHandler(any(), eq(true))).thenReturn(true);
        when(kernel32.SetConsoleCtrlHandler(any(), eq(false))).thenReturn(true);
        when(kernel32.GetCurrentThreadId()).thenReturn(CONSOLE_THREAD);
        when(kernel32.GetModuleHandleA("jvm.dll")).thenReturn(JVM);
        when(kernel32.GetModuleHandleExA(anyInt(), anyLong(), any())).thenAnswer(call -> {
            call.<long[]>getArgument(2)[0] = call.<Long>getArgument(1) == OF_JVM ? JVM : JVM + 1;
            return true;
        });
        when(ucrt.address(any())).thenAnswer(call -> {
            crtHandler = call.getArgument(0);
            return OURS;
        });
        when(ucrt.signal(anyInt(), anyLong())).thenAnswer(call -> {
            int number = call.getArgument(0);
            return table.getAndSet(number, call.<Long>getArgument(1));
        });
        when(ucrt.raise(anyInt())).thenAnswer(call -> {
            int number = call.getArgument(0);
            long handler = table.get(number);
            raisedWith.add(handler);
            if (handler == OURS) {
                table.set(number, CrtSlot.SIG_DFL);
                crtHandler.called(number);
            }
            return 0;
        });
        backend = new WindowsBackend(kernel32, ucrt);
        table.set(15, OF_JVM);
    }

    @Test
    void openingChangesNothing() {
        verify(kernel32, never()).SetConsoleCtrlHandler(any(), eq(true));
        verify(ucrt, never()).signal(anyInt(), anyLong());
        backend.close();
        backend.close();
        assertThat(backend.disposition(SIGINT)).isEqualTo(Disposition.UNKNOWN);
    }

    @Test
    void oneConsoleHandlerServesAll() {
        caught(SIGINT);
        caught(SIGBREAK);
        caught(SIGTERM);
        backend.restore(SIGINT);
        caught(SIGINT);
        verify(kernel32, times(1)).SetConsoleCtrlHandler(any(), eq(true));
    }

    @Test
    void aRefusedConsoleHandlerIsReportedAndNothingIsTaken() {
        when(kernel32.SetConsoleCtrlHandler(any(), eq(true))).thenReturn(false);
        when(kernel32.lastError()).thenReturn(8);
        assertThatExceptionOfType(SignalException.class)
                .isThrownBy(() -> caught(SIGTERM))
                .withMessageContaining("SetConsoleCtrlHandler")
                .satisfies(refused -> assertThat(refused.errno()).isEqualTo(8))
                .satisfies(refused -> assertThat(refused.errnoName()).isEqualTo("ERROR_NOT_ENOUGH_MEMORY"));
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.UNKNOWN);
        assertThat(table.get(15)).isEqualTo(OF_JVM);
        when(kernel32.SetConsoleCtrlHandler(any(), eq(true))).thenReturn(true);
        caught(SIGTERM);
        assertThat(table.get(15)).isEqualTo(OURS);
    }

    @ParameterizedTest
    @CsvSource({"CTRL_C, 2", "CTRL_BREAK, 21", "CLOSE, 15", "LOGOFF, 15", "SHUTDOWN, 15"})
    void theAnswerToAnEventFollowsItsOutcome(ConsoleEvent event, int number) throws Exception {
        caught(event.signal().signal());
        for (Outcome outcome : List.of(Outcome.CANCELLED, Outcome.DEFAULT)) {
            CompletableFuture<Integer> answer = send(event);
            Delivery delivery = receiveOne();
            assertThat(delivery.number()).isEqualTo(number);
            assertThat(delivery.cause()).isEqualTo(event.cause());
            assertThat(delivery.code()).isEqualTo(event.number());
            assertThat(answer).isNotDone();
            backend.settle(delivery, outcome);
            assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(outcome == Outcome.CANCELLED ? 1 : 0);
        }
    }

    @Test
    void eventsOfSignalsThatAreNotTakenGoOn() throws Exception {
        caught(SIGINT);
        assertThat(send(ConsoleEvent.CTRL_BREAK).get(30, TimeUnit.SECONDS)).isZero();
        backend.restore(SIGINT);
        assertThat(send(ConsoleEvent.CTRL_C).get(30, TimeUnit.SECONDS)).isZero();
        assertThat(consoleHandler().called(3)).as("an event nobody knows").isZero();
    }

    @Test
    void ignoredEventsAreAnsweredAndDropped() throws Exception {
        assertThat(backend.install(SIGINT, Disposition.IGNORED, NO_FLAGS)).isEqualTo(Disposition.IGNORED);
        assertThat(send(ConsoleEvent.CTRL_C).get(30, TimeUnit.SECONDS)).isEqualTo(1);
        backend.raise(SIGINT);
        assertThat(receiveAll()).isEmpty();
    }

    @Test
    void anEventThatIsSettledTooLateGetsItsDefaultAllTheSame() throws Exception {
        systemCanPassOn();
        caught(SIGINT);
        CompletableFuture<Integer> answer = send(ConsoleEvent.CTRL_C);
        Delivery delivery = receiveOne();
        assertThat(answer.get(30, TimeUnit.SECONDS))
                .as("after the patience for Ctrl+C")
                .isEqualTo(1);
        verify(kernel32, never()).CreateThread(anyLong(), anyLong(), anyLong(), anyLong(), anyInt(), any());
        backend.settle(delivery, Outcome.DEFAULT);
        verify(kernel32, timeout(30_000)).CloseHandle(5);
        verify(kernel32).CreateThread(eq(0L), eq(0L), eq(ROUTINE), eq(0L), eq(4), any());
    }

    @Test
    void theDefaultOfWhatWasRaisedAsksTheOtherHandlersOnAThreadThatIsLetThrough() throws Exception {
        systemCanPassOn();
        caught(SIGBREAK);
        int[] answer = {-1};
        when(kernel32.ResumeThread(5)).thenAnswer(call -> {
            when(kernel32.GetCurrentThreadId()).thenReturn(55);
            answer[0] = consoleHandler().called(1);
            return 1;
        });
        backend.raise(SIGBREAK);
        backend.settle(receiveOne(), Outcome.DEFAULT);
        verify(kernel32, timeout(30_000)).CloseHandle(5);
        InOrder order = inOrder(kernel32);
        order.verify(kernel32).CreateThread(eq(0L), eq(0L), eq(ROUTINE), eq(1L), eq(4), any());
        order.verify(kernel32).ResumeThread(5);
        order.verify(kernel32).WaitForSingleObject(5, -1);
        assertThat(answer[0]).isZero();
        assertThat(receiveAll()).isEmpty();
    }

    @Test
    void aThreadThatCannotBeMadeIsNotWaitedFor() {
        systemCanPassOn(0);
        backend.raise(SIGBREAK);
        verify(kernel32, timeout(30_000)).lastError();
        verify(kernel32, never()).ResumeThread(anyLong());
        verify(kernel32, never()).WaitForSingleObject(anyLong(), anyInt());
    }

    @Test
    void aThreadThatDoesNotRunIsNotWaitedFor() throws Exception {
        systemCanPassOn();
        caught(SIGBREAK);
        when(kernel32.ResumeThread(5)).thenReturn(-1);
        backend.raise(SIGBREAK);
        backend.settle(receiveOne(), Outcome.DEFAULT);
        verify(kernel32, timeout(30_000)).CloseHandle(5);
        verify(kernel32, never()).WaitForSingleObject(anyLong(), anyInt());
        when(kernel32.GetCurrentThreadId()).thenReturn(55);
        CompletableFuture<Integer> answer = send(ConsoleEvent.CTRL_BREAK);
        backend.settle(receiveOne(), Outcome.CANCELLED);
        assertThat(answer.get(30, TimeUnit.SECONDS))
                .as("on a thread with that id")
                .isEqualTo(1);
    }

    @Test
    void aWindowsWithoutTheRoutineIsLeftAlone() {
        backend.raise(SIGBREAK);
        verify(kernel32, timeout(30_000)).GetProcAddress(anyLong(), eq("CtrlRoutine"));
        verify(kernel32, never()).CreateThread(anyLong(), anyLong(), anyLong(), anyLong(), anyInt(), any());
    }

    @Test
    void whatIsRaisedIsCountedUntilItIsRead() {
        caught(SIGINT);
        caught(SIGTERM);
        for (int i = 0; i < 3; i++) {
            backend.raise(SIGTERM);
            backend.raise(SIGINT);
        }
        assertThat(receiveAll()).containsExactly(Delivery.withoutDetail(15, 3), Delivery.withoutDetail(2, 3));
        verify(ucrt, never()).raise(2);
    }

    @Test
    void theHandlerIsArmedAgainEachTime() {
        caught(SIGABRT);
        backend.raise(SIGABRT);
        assertThat(table.get(22)).isEqualTo(OURS);
        backend.raise(SIGABRT);
        assertThat(raisedWith).containsExactly(OURS, OURS);
    }

    @Test
    void theOtherNumberOfAbortMeansIt() {
        caught(SIGABRT);
        table.set(22, CrtSlot.SIG_DFL);
        crtHandler.called(6);
        assertThat(table.get(22)).isEqualTo(OURS);
        assertThat(receiveAll()).containsExactly(Delivery.withoutDetail(22, 1));
    }

    @Test
    void anIgnoreHoldsForWhatWasCalledBeforeIt() {
        caught(SIGFPE);
        backend.install(SIGFPE, Disposition.IGNORED, NO_FLAGS);
        table.set(8, OURS); // as on the thread that has taken it
        ucrt.raise(8);
        assertThat(raisedWith).containsExactly(OURS);
        assertThat(table.get(8)).isEqualTo(CrtSlot.SIG_IGN);
        assertThat(receiveAll()).isEmpty();
    }

    @Test
    void anotherBackendIsHarmlessUntilItTakesSomething() {
        caught(SIGABRT);
        WindowsBackend other = new WindowsBackend(kernel32, ucrt);
        ucrt.raise(22);
        assertThat(receiveAll()).containsExactly(Delivery.withoutDetail(22, 1));
        backend.restore(SIGABRT);
        assertThat(other.install(SIGABRT, Disposition.CAUGHT, NO_FLAGS)).isEqualTo(Disposition.CAUGHT);
        ucrt.raise(22);
        assertThat(receiveAll()).isEmpty();
        DeliveryBatch batch = new DeliveryBatch();
        other.receive(batch);
        assertThat(batch.get(0)).isEqualTo(Delivery.withoutDetail(22, 1));
    }

    @Test
    void fpeIsArmedOnTheThreadThatRaisesItAndTakenBackThere() {
        caught(SIGFPE);
        table.set(8, CrtSlot.SIG_DFL); // as on another thread
        backend.raise(SIGFPE);
        assertThat(raisedWith).containsExactly(OURS);
        assertThat(table.get(8)).isEqualTo(CrtSlot.SIG_DFL);
        assertThat(receiveAll()).containsExactly(Delivery.withoutDetail(8, 1));
        assertThat(backend.restore(SIGFPE)).as("on another thread").isEqualTo(Disposition.DEFAULT);
        assertThat(table.get(8)).isEqualTo(CrtSlot.SIG_DFL);
    }

    @Test
    void theDefaultOfTermIsTheJvmsHandler() {
        caught(SIGTERM);
        backend.raise(SIGTERM);
        backend.settle(receiveOne(), Outcome.DEFAULT);
        soon().until(() -> raisedWith.equals(List.of(OURS, OF_JVM)) && table.get(15) == OURS);
    }

    @Test
    void aCloseThatIsPassedOnDoesNotComeBackAsTerm() throws Exception {
        caught(SIGTERM);
        CompletableFuture<Integer> answer = send(ConsoleEvent.CLOSE);
        backend.settle(receiveOne(), Outcome.DEFAULT);
        assertThat(answer.get(30, TimeUnit.SECONDS)).isZero();
        ucrt.raise(15); // what the JVM's console handler does next, on the same thread
        assertThat(raisedWith).containsExactly(OURS, OF_JVM);
        assertThat(receiveAll()).isEmpty();
        ucrt.raise(15);
        assertThat(receiveAll()).containsExactly(Delivery.withoutDetail(15, 1));
    }

    @Test
    void aLogoffThatTheJvmLeavesAloneDoesNotSpoilALaterTerm() throws Exception {
        caught(SIGTERM);
        CompletableFuture<Integer> answer = send(ConsoleEvent.LOGOFF);
        backend.settle(receiveOne(), Outcome.DEFAULT);
        assertThat(answer.get(30, TimeUnit.SECONDS)).isZero();
        backend.raise(SIGTERM); // by a thread that happens to have the same id
        assertThat(raisedWith).containsExactly(OURS);
        assertThat(receiveAll()).containsExactly(Delivery.withoutDetail(15, 1));
    }

    @Test
    void ignoreIsTheRuntimesOwn() {
        assertThat(backend.install(SIGTERM, Disposition.IGNORED, NO_FLAGS)).isEqualTo(Disposition.IGNORED);
        assertThat(table.get(15)).isEqualTo(CrtSlot.SIG_IGN);
        backend.raise(SIGTERM);
        assertThat(raisedWith).containsExactly(CrtSlot.SIG_IGN);
        assertThat(backend.restore(SIGTERM)).isEqualTo(Disposition.DEFAULT);
        assertThat(table.get(15)).isEqualTo(OF_JVM);
    }

    @Test
    void aForeignHandlerIsNotTakenWithoutForce() {
        table.set(15, THEIRS);
        assertThat(caughtOr(SIGTERM, NO_FLAGS)).isEqualTo(Disposition.FOREIGN);
        assertThat(table.get(15)).isEqualTo(THEIRS);
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.FOREIGN);
        assertThat(caughtOr(SIGTERM, Set.of(InstallFlag.FORCE))).isEqualTo(Disposition.CAUGHT);
        assertThat(backend.restore(SIGTERM)).isEqualTo(Disposition.FOREIGN);
        assertThat(table.get(15)).isEqualTo(THEIRS);
    }

    /** Native code may have found ours there, and call it a moment later. */
    @Test
    void aForeignHandlerThatIsLeftAloneStaysTheDefault() {
        table.set(22, THEIRS);
        caughtOr(SIGABRT, NO_FLAGS);
        crtHandler.called(22);
        assertThat(raisedWith).containsExactly(THEIRS);
    }

    @Test
    void anIgnoreOfTermThatWasThereIsNotTakenWithoutLeave() {
        table.set(15, CrtSlot.SIG_IGN);
        assertThat(caughtOr(SIGTERM, NO_FLAGS)).isEqualTo(Disposition.IGNORED);
        assertThat(table.get(15)).isEqualTo(CrtSlot.SIG_IGN);
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.IGNORED);
        assertThat(caughtOr(SIGTERM, Set.of(InstallFlag.OVERRIDE_IGNORED))).isEqualTo(Disposition.CAUGHT);
        assertThat(backend.restore(SIGTERM)).isEqualTo(Disposition.IGNORED);
        assertThat(table.get(15)).isEqualTo(CrtSlot.SIG_IGN);
    }

    @Test
    void anIgnoreOfOnesOwnIsNoObstacle() {
        backend.install(SIGTERM, Disposition.IGNORED, NO_FLAGS);
        caught(SIGTERM);
        assertThat(backend.restore(SIGTERM)).isEqualTo(Disposition.DEFAULT);
        assertThat(table.get(15)).isEqualTo(OF_JVM);
    }

    @Test
    void whatIsRaisedIsTheirsWhoHaveReplacedOurs() {
        caught(SIGTERM);
        table.set(15, THEIRS);
        backend.raise(SIGTERM);
        assertThat(raisedWith).containsExactly(THEIRS);
        assertThat(table.get(15)).isEqualTo(THEIRS);
        assertThat(receiveAll()).isEmpty();
    }

    @Test
    void whoHasReplacedOursIsNotReplacedInTurnWithoutForce() {
        caught(SIGTERM);
        table.set(15, THEIRS);
        assertThat(backend.install(SIGTERM, Disposition.IGNORED, NO_FLAGS)).isEqualTo(Disposition.FOREIGN);
        assertThat(table.get(15)).isEqualTo(THEIRS);
        assertThat(backend.install(SIGTERM, Disposition.IGNORED, Set.of(InstallFlag.FORCE)))
                .isEqualTo(Disposition.IGNORED);
        assertThat(table.get(15)).isEqualTo(CrtSlot.SIG_IGN);
        assertThat(backend.restore(SIGTERM)).isEqualTo(Disposition.FOREIGN);
        assertThat(table.get(15)).isEqualTo(THEIRS);
    }

    @Test
    void aLateDefaultLeavesTheirsInPlace() {
        caught(SIGTERM);
        backend.raise(SIGTERM);
        Delivery delivery = receiveOne();
        table.set(15, THEIRS);
        assertThat(backend.restore(SIGTERM)).isEqualTo(Disposition.FOREIGN);
        backend.settle(delivery, Outcome.DEFAULT);
        soon().until(() -> raisedWith.equals(List.of(OURS, OF_JVM)) && table.get(15) == THEIRS);
    }

    /** The runtime sets SIG_DFL before it calls a handler. */
    @Test
    void restoringWhileNativeCodeRaisesIsNoReplacement() {
        caught(SIGTERM);
        table.set(15, CrtSlot.SIG_DFL);
        assertThat(backend.restore(SIGTERM)).isEqualTo(Disposition.DEFAULT);
        assertThat(table.get(15)).isEqualTo(OF_JVM);
    }

    @Test
    void whoHasReplacedOursStays() {
        caught(SIGTERM);
        table.set(15, THEIRS);
        assertThat(backend.restore(SIGTERM)).isEqualTo(Disposition.FOREIGN);
        assertThat(table.get(15)).isEqualTo(THEIRS);
    }

    @Test
    void restoringWhatWasNotTakenDoesNothing() {
        for (Signal signal : List.of(SIGINT, SIGTERM, SIGFPE)) {
            assertThat(backend.restore(signal)).isEqualTo(Disposition.DEFAULT);
        }
        verify(ucrt, never()).signal(anyInt(), anyLong());
    }

    @Test
    void aRefusalOfTheRuntimeIsReported() {
        when(ucrt.signal(22, OURS)).thenReturn(CrtSlot.SIG_ERR);
        when(ucrt.errno()).thenReturn(22);
        assertThatExceptionOfType(SignalException.class)
                .isThrownBy(() -> caught(SIGABRT))
                .withMessage("signal(SIGABRT): no such signal (EINVAL, errno 22)");
        assertThat(backend.disposition(SIGABRT)).isEqualTo(Disposition.UNKNOWN);
        when(ucrt.raise(22)).thenReturn(-1);
        assertThatExceptionOfType(SignalException.class).isThrownBy(() -> backend.raise(SIGABRT));
    }

    @Test
    void anInheritedIgnoreOfCtrlCIsUndoneOnDemandAlone() {
        Set<InstallFlag> override = Set.of(InstallFlag.OVERRIDE_IGNORED);
        caught(SIGINT);
        backend.install(SIGINT, Disposition.IGNORED, override);
        caught(SIGINT);
        verify(kernel32, never()).SetConsoleCtrlHandler(null, false);
        backend.restore(SIGINT);
        Disposition[] then = new Disposition[1];
        when(kernel32.SetConsoleCtrlHandler(null, false)).thenAnswer(call -> {
            then[0] = backend.disposition(SIGINT);
            return true;
        });
        assertThat(caughtOr(SIGINT, override)).isEqualTo(Disposition.CAUGHT);
        assertThat(then[0]).as("when Ctrl+C begins to come").isEqualTo(Disposition.CAUGHT);
    }

    @Test
    void anIgnoreOfCtrlCThatCannotBeUndoneLeavesEverything() {
        when(kernel32.SetConsoleCtrlHandler(null, false)).thenReturn(false);
        when(kernel32.lastError()).thenReturn(4711);
        assertThatExceptionOfType(SignalException.class)
                .isThrownBy(() -> caughtOr(SIGINT, Set.of(InstallFlag.OVERRIDE_IGNORED)))
                .satisfies(refused -> assertThat(refused.errnoName()).isEqualTo("ERROR_4711"));
        assertThat(backend.disposition(SIGINT)).isEqualTo(Disposition.UNKNOWN);
    }

    /** The api's table of who can do what is what a user is told. */
    @Test
    void capabilitiesAreThoseThatTheApiNames() {
        Set<Capability> named = Arrays.stream(Capability.values())
                .filter(each -> List.of(each.providers().split(", ")).contains("windows"))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Capability.class)));
        assertThat(backend.capabilities()).isEqualTo(named);
    }

    @Test
    void whoCannotSendIsToldWhatEndsAProcess() {
        assertThat(backend.insteadOf(Capability.SEND))
                .hasValueSatisfying(hint -> assertThat(hint).contains("ProcessHandle.destroyForcibly"));
        assertThat(backend.insteadOf(Capability.TIMERS)).isEmpty();
    }

    @Test
    void anAnswerIsWaitedForAndThenNobodyIsKept() {
        ConsoleArrival arrival = new ConsoleArrival(ConsoleEvent.CLOSE);
        Duration patience = Duration.ofMillis(50);
        long start = System.nanoTime();
        assertThat(arrival.awaitAnswer(patience)).as("somebody has it").isTrue();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(patience);
        assertThat(arrival.settle(Outcome.DEFAULT)).as("somebody waits").isFalse();
    }

    @Test
    void groupsGetWhatAConsoleCanSend() {
        when(kernel32.GenerateConsoleCtrlEvent(anyInt(), anyInt())).thenReturn(true);
        backend.sendToGroup(0, SIGINT);
        backend.sendToGroup(0, SIGBREAK);
        backend.sendToGroup(4711, SIGBREAK);
        InOrder order = inOrder(kernel32);
        order.verify(kernel32).GenerateConsoleCtrlEvent(0, 0);
        order.verify(kernel32).GenerateConsoleCtrlEvent(1, 0);
        order.verify(kernel32).GenerateConsoleCtrlEvent(1, 4711);
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> backend.sendToGroup(4711, SIGINT))
                .withMessageContaining("group 0");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> backend.sendToGroup(0, SIGTERM))
                .withMessageContaining("destroyForcibly");
    }

    @Test
    void aGroupThatDoesNotExistIsReported() {
        when(kernel32.lastError()).thenReturn(87);
        assertThatExceptionOfType(SignalException.class)
                .isThrownBy(() -> backend.sendToGroup(4711, SIGBREAK))
                .withMessageContaining("GenerateConsoleCtrlEvent(CTRL_BREAK_EVENT, 4711)")
                .satisfies(refused -> assertThat(refused.errnoName()).isEqualTo("ERROR_INVALID_PARAMETER"));
    }

    @ParameterizedTest
    @EnumSource(WindowsSignal.class)
    void everySignalOfTheTableIsFound(WindowsSignal signal) {
        assertThat(WindowsSignal.of(signal.number())).isSameAs(signal);
        assertThat(WindowsSignal.of(signal.signal())).isSameAs(signal);
        assertThat(backend.signals()).contains(signal.spec());
    }

    private void caught(Signal signal) {
        assertThat(caughtOr(signal, NO_FLAGS)).isEqualTo(Disposition.CAUGHT);
        assertThat(backend.disposition(signal)).isEqualTo(Disposition.CAUGHT);
    }

    private Disposition caughtOr(Signal signal, Set<InstallFlag> flags) {
        return backend.install(signal, Disposition.CAUGHT, flags);
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(30));
    }

    private void systemCanPassOn() {
        systemCanPassOn(5);
    }

    private void systemCanPassOn(long thread) {
        when(kernel32.GetModuleHandleA("kernel32.dll")).thenReturn(9L);
        when(kernel32.GetProcAddress(9, "CtrlRoutine")).thenReturn(ROUTINE);
        when(kernel32.CreateThread(anyLong(), anyLong(), anyLong(), anyLong(), anyInt(), any()))
                .thenAnswer(call -> {
                    call.<int[]>getArgument(5)[0] = 55;
                    return thread;
                });
    }

    /** Plays Windows: each event comes on a thread of its own. */
    private CompletableFuture<Integer> send(ConsoleEvent event) {
        ConsoleHandler handler = consoleHandler();
        return CompletableFuture.supplyAsync(() -> handler.called(event.number()), task -> new Thread(task).start());
    }

    private ConsoleHandler consoleHandler() {
        ArgumentCaptor<ConsoleHandler> handler = ArgumentCaptor.forClass(ConsoleHandler.class);
        verify(kernel32).SetConsoleCtrlHandler(handler.capture(), eq(true));
        return handler.getValue();
    }

    private Delivery receiveOne() {
        DeliveryBatch batch = new DeliveryBatch();
        while (batch.size() == 0) {
            backend.receive(batch);
        }
        assertThat(batch.size()).isEqualTo(1);
        return batch.get(0);
    }

    /** Everything that is there, without waiting. */
    private List<Delivery> receiveAll() {
        backend.wake();
        DeliveryBatch batch = new DeliveryBatch();
        backend.receive(batch);
        List<Delivery> all = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            all.add(batch.get(i));
        }
        return all;
    }
}
