/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGCHLD;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGKILL;
import static org.signals4j.StandardSignal.SIGPIPE;
import static org.signals4j.StandardSignal.SIGQUIT;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGWINCH;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.DefaultAction;
import org.signals4j.Disposition;
import org.signals4j.ForeignHandlerException;
import org.signals4j.HandleOption;
import org.signals4j.PlatformSignal;
import org.signals4j.RealtimeSignal;
import org.signals4j.ReservedSignalException;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import org.signals4j.SignalException;
import org.signals4j.SignalHandler;
import org.signals4j.SignalSystem;
import org.signals4j.Signals;
import org.signals4j.SubscribeOption;
import org.signals4j.spi.Outcome;

/** What a test of a program sees of the platform. */
class FakeSignalsTest {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final RealtimeSignal RT1 = new RealtimeSignal(1);

    private final List<SignalEvent> seen = new CopyOnWriteArrayList<>();
    private FakeSignals fake = FakeSignals.open();

    @AfterEach
    void close() {
        fake.close();
    }

    private void reopen(FakePlatform platform) {
        fake.close();
        fake = platform.open();
    }

    private static AppliedDefault terminated(Signal signal) {
        return new AppliedDefault(signal, Outcome.DEFAULT, DefaultAction.TERMINATE);
    }

    @Test
    void aHandlerGetsWhatIsDelivered() throws Exception {
        Signals.handle(SIGHUP, seen::add);
        fake.deliver(SIGHUP);
        fake.awaitIdle(SOON);
        assertThat(seen).singleElement().satisfies(event -> {
            assertThat(event.signal()).isEqualTo(SIGHUP);
            assertThat(event.number()).isEqualTo(1);
            assertThat(event.cause()).isEqualTo(SignalCause.USER);
            assertThat(event.code()).hasValue(0);
            assertThat(event.pid()).hasValue(FakeArrival.PID);
            assertThat(event.uid()).hasValue(FakeArrival.UID);
            assertThat(event.value()).isEmpty();
            assertThat(event.count()).isEqualTo(1);
        });
        assertThat(fake.defaults()).isEmpty();
    }

    @Test
    void detailsArrive() throws Exception {
        Signals.subscribe(List.of(SIGHUP, SIGCHLD, SIGUSR1, SIGWINCH, RT1), seen::add, SubscribeOption.CANCEL_DEFAULT);
        fake.deliver(FakeArrival.of(SIGHUP).from(7, 8).count(3));
        fake.deliver(FakeArrival.childExited(9, 10));
        fake.deliver(FakeArrival.of(RT1).value(-1));
        fake.deliver(FakeArrival.fromKernel(SIGWINCH));
        fake.deliver(FakeArrival.of(SIGUSR1).cause(SignalCause.TIMER).code(77));
        fake.awaitIdle(SOON);
        assertThat(seen)
                .extracting(SignalEvent::toString)
                .containsExactly(
                        "SIGHUP (1) cause=USER pid=7 uid=8 count=3",
                        "SIGCHLD (17) cause=CHILD_EXITED pid=9 uid=1000 status=10 count=1",
                        "SIGRTMIN+1 (35) cause=QUEUE pid=4711 uid=1000 value=-1 count=1",
                        "SIGWINCH (28) cause=KERNEL count=1",
                        "SIGUSR1 (10) cause=TIMER pid=4711 uid=1000 count=1");
        assertThat(seen).extracting(event -> event.code().orElseThrow()).containsExactly(0, 1, -1, 0x80, 77);
    }

    @Test
    void withoutTheSenderThereAreNoDetails() throws Exception {
        reopen(FakeSignals.platform().without(Capability.SENDER));
        Signals.handle(SIGUSR1, seen::add);
        fake.deliver(FakeArrival.of(SIGUSR1).value(5));
        fake.awaitIdle(SOON);
        assertThat(seen).singleElement().satisfies(event -> {
            assertThat(event.cause()).isEqualTo(SignalCause.UNKNOWN);
            assertThat(event.code()).isEmpty();
            assertThat(event.pid()).isEmpty();
            assertThat(event.uid()).isEmpty();
            assertThat(event.value()).isEmpty();
        });
    }

    @Test
    void whatNobodyTakesHasItsDefault() throws Exception {
        fake.deliver(SIGTERM);
        Signals.subscribe(SIGHUP, seen::add);
        fake.deliver(SIGHUP);
        fake.awaitIdle(SOON);
        assertThat(seen).hasSize(1);
        assertThat(fake.defaults()).containsExactly(terminated(SIGTERM), terminated(SIGHUP));
        assertThat(fake.defaults()).allMatch(AppliedDefault::endsProcess);
    }

    @Test
    void aDefaultThatWasCancelledDoesNotHappen() throws Exception {
        Signals.subscribe(SIGTERM, SignalEvent::cancelDefault);
        fake.deliver(SIGTERM);
        fake.awaitIdle(SOON);
        assertThat(fake.defaults()).isEmpty();
    }

    @Test
    void everyDeliveryOfMergedOnesHasItsDefault() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Signals.subscribe(SIGINT, event -> awaitQuietly(release));
        for (int i = 0; i < 5; i++) {
            fake.deliver(SIGINT);
        }
        release.countDown();
        fake.awaitIdle(SOON);
        assertThat(fake.defaults()).hasSize(5).containsOnly(terminated(SIGINT));
        assertThat(Signals.statistics(SIGINT).received()).isEqualTo(5);
    }

    @Test
    void theSystemDefaultIsToldFromWhatTheJvmDoes() throws Exception {
        fake.deliver(SIGQUIT);
        Signals.handle(SIGQUIT, SignalHandler.SYSTEM_DEFAULT);
        fake.deliver(SIGQUIT);
        Signals.subscribe(SIGQUIT, seen::add);
        fake.deliver(SIGQUIT);
        fake.awaitIdle(SOON);
        AppliedDefault dump = new AppliedDefault(SIGQUIT, Outcome.DEFAULT, DefaultAction.CORE_DUMP);
        AppliedDefault death = new AppliedDefault(SIGQUIT, Outcome.SYSTEM_DEFAULT, DefaultAction.CORE_DUMP);
        assertThat(fake.defaults()).containsExactly(dump, death, death);
        assertThat(fake.defaults()).extracting(AppliedDefault::endsProcess).containsExactly(false, true, true);
        assertThat(new AppliedDefault(SIGWINCH, Outcome.SYSTEM_DEFAULT, DefaultAction.IGNORE).endsProcess())
                .isFalse();
        assertThatThrownBy(() -> new AppliedDefault(SIGQUIT, Outcome.CANCELLED, DefaultAction.CORE_DUMP))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatIsIgnoredIsRecorded() throws Exception {
        Signals.handle(SIGUSR1, SignalHandler.IGNORE);
        fake.deliver(SIGUSR1);
        fake.awaitIdle(SOON);
        assertThat(fake.ignored()).containsExactly(SIGUSR1);
        assertThat(fake.defaults()).isEmpty();
        assertThat(fake.disposition(SIGUSR1)).isEqualTo(Disposition.IGNORED);
        Signals.handle(SIGUSR1, seen::add); // ours, so it does not count as inherited
        fake.deliver(SIGUSR1);
        fake.awaitIdle(SOON);
        assertThat(seen).hasSize(1);
    }

    @Test
    void anInheritedIgnoreStays() throws Exception {
        reopen(FakeSignals.platform().ignored(SIGHUP, SIGUSR1));
        assertThat(Signals.handle(SIGHUP, seen::add)).isEqualTo(SignalHandler.IGNORE);
        assertThat(Signals.info(SIGHUP).owner()).isEmpty();
        fake.deliver(SIGHUP);
        assertThat(fake.ignored()).containsExactly(SIGHUP);
        Signals.handle(SIGHUP, seen::add, HandleOption.OVERRIDE_IGNORED);
        Signals.handle(SIGUSR1, seen::add); // respected for HUP, INT and TERM alone
        fake.deliver(SIGHUP);
        fake.deliver(SIGUSR1);
        fake.awaitIdle(SOON);
        assertThat(seen).extracting(SignalEvent::signal).containsExactly(SIGHUP, SIGUSR1);
        Signals.handle(SIGHUP, SignalHandler.DEFAULT);
        assertThat(fake.disposition(SIGHUP)).isEqualTo(Disposition.IGNORED);
    }

    @Test
    void aSubscriptionThatOverridesAnInheritedIgnoreLeadsBackToIt() throws Exception {
        reopen(FakeSignals.platform().ignored(SIGINT));
        Signals.subscribe(SIGINT, seen::add, HandleOption.OVERRIDE_IGNORED);
        fake.deliver(SIGINT);
        fake.awaitIdle(SOON);
        assertThat(seen).hasSize(1);
        assertThat(fake.ignored()).containsExactly(SIGINT);
        assertThat(fake.defaults()).isEmpty();
    }

    @Test
    void withoutTheCapabilityAnInheritedIgnoreCannotBeOverridden() {
        reopen(FakeSignals.platform().without(Capability.OVERRIDE_IGNORED).ignored(SIGHUP));
        assertThatThrownBy(() -> Signals.handle(SIGHUP, seen::add, HandleOption.OVERRIDE_IGNORED))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(fake.disposition(SIGHUP)).isEqualTo(Disposition.IGNORED);
    }

    @Test
    void aForeignHandlerIsRefusedForcedAndReinstated() throws Exception {
        reopen(FakeSignals.platform().foreign(SIGUSR1));
        assertThatThrownBy(() -> Signals.handle(SIGUSR1, seen::add)).isInstanceOf(ForeignHandlerException.class);
        fake.deliver(SIGUSR1);
        assertThat(fake.passedToForeign()).containsExactly(SIGUSR1);
        assertThat(Signals.handle(SIGUSR1, seen::add, HandleOption.FORCE)).isEqualTo(SignalHandler.FOREIGN);
        fake.deliver(SIGUSR1);
        fake.awaitIdle(SOON);
        assertThat(seen).hasSize(1);
        Signals.handle(SIGUSR1, SignalHandler.FOREIGN);
        assertThat(fake.disposition(SIGUSR1)).isEqualTo(Disposition.FOREIGN);
        assertThat(fake.defaults()).isEmpty();
    }

    @Test
    void aForeignHandlerThatCameLaterStays() throws Exception {
        Signals.handle(SIGUSR1, seen::add);
        fake.replaceByForeign(SIGUSR1);
        fake.deliver(SIGUSR1);
        fake.awaitIdle(SOON);
        assertThat(seen).isEmpty();
        assertThat(fake.passedToForeign()).containsExactly(SIGUSR1);
        fake.close();
        fake.deliver(SIGUSR1);
        assertThat(fake.passedToForeign()).containsExactly(SIGUSR1, SIGUSR1);
    }

    @Test
    void theTableIsThatOfLinux() {
        assertThat(Signals.number(SIGUSR1)).isEqualTo(10);
        assertThat(Signals.number(PlatformSignal.SIGSTKFLT)).isEqualTo(16);
        assertThat(Signals.number(PlatformSignal.SIGPWR)).isEqualTo(30);
        assertThat(Signals.number(new RealtimeSignal(0))).isEqualTo(34);
        assertThat(Signals.signals()).hasSize(31 + 31);
        assertThat(Signals.signals()).extracting(Signals::number).isSorted();
        assertThat(Signals.signals())
                .filteredOn(signal -> !Signals.supported().contains(signal))
                .extracting(Signals::number)
                .containsExactly(4, 7, 8, 9, 11, 19, 62);
        assertThat(Signals.info(SIGTERM).owner()).hasValue("the JVM (shutdown)");
        assertThatThrownBy(() -> Signals.handle(SIGKILL, seen::add)).isInstanceOf(ReservedSignalException.class);
        assertThatThrownBy(() -> Signals.handle(SIGCHLD, SignalHandler.IGNORE))
                .isInstanceOf(ReservedSignalException.class);
    }

    @Test
    void aPoorPlatformRefusesWhatItCannotDo() {
        reopen(FakeSignals.platform().without(Capability.values()).with(Capability.RAISE));
        assertThat(Signals.capabilities()).containsExactly(Capability.RAISE);
        assertThat(Signals.signals()).hasSize(31);
        assertThatThrownBy(() -> Signals.send(1, SIGTERM)).isInstanceOf(UnsupportedOperationException.class);
        assertThat(fake.sent()).isEmpty();
        assertThat(fake.disposition(SIGUSR1)).isEqualTo(Disposition.UNKNOWN);
        Signals.handle(SIGUSR1, seen::add);
        assertThat(fake.disposition(SIGUSR1)).isEqualTo(Disposition.CAUGHT);
        fake.replaceByForeign(SIGUSR1);
        assertThat(fake.disposition(SIGUSR1)).isEqualTo(Disposition.CAUGHT);
    }

    @Test
    void whatIsSentToOthersIsRecorded() {
        Signals.send(4711, SIGTERM);
        Signals.sendToGroup(4712, SIGINT);
        Signals.queue(4713, SIGUSR1, 5);
        assertThat(fake.sent())
                .containsExactly(
                        SentSignal.toProcess(4711, SIGTERM),
                        SentSignal.toGroup(4712, SIGINT),
                        SentSignal.queued(4713, SIGUSR1, 5));
        assertThat(fake.defaults()).isEmpty();
        fake.clearRecords();
        assertThat(fake.sent()).isEmpty();
    }

    @Test
    void whatIsSentToOneselfArrives() throws Exception {
        long self = ProcessHandle.current().pid();
        Signals.subscribe(List.of(SIGUSR1, SIGQUIT, RT1), seen::add, SubscribeOption.CANCEL_DEFAULT);
        Signals.raise(SIGUSR1);
        fake.awaitIdle(SOON);
        Signals.send(self, SIGUSR1);
        fake.awaitIdle(SOON);
        Signals.queue(self, SIGUSR1, 6);
        Signals.raise(SIGQUIT);
        Signals.raise(RT1);
        Signals.send(self, RT1);
        Signals.queue(self, RT1, 7);
        fake.awaitIdle(SOON);
        assertThat(fake.sent())
                .containsExactly(
                        SentSignal.toProcess(self, SIGUSR1),
                        SentSignal.queued(self, SIGUSR1, 6),
                        SentSignal.toProcess(self, RT1),
                        SentSignal.queued(self, RT1, 7));
        assertThat(seen).allSatisfy(event -> assertThat(event.pid()).hasValue(self));
        assertThat(seen)
                .extracting(event -> event.signal() + " " + event.cause() + event.rawValue())
                .containsExactly(
                        "SIGUSR1 THREADOptionalLong.empty",
                        "SIGUSR1 USEROptionalLong.empty",
                        "SIGUSR1 QUEUEOptionalLong[6]",
                        "SIGQUIT USEROptionalLong.empty",
                        "SIGRTMIN+1 QUEUEOptionalLong[0]",
                        "SIGRTMIN+1 QUEUEOptionalLong[0]",
                        "SIGRTMIN+1 QUEUEOptionalLong[7]");
    }

    @Test
    void reservedSignalsCanBeRaised() {
        Signals.raise(SIGKILL);
        assertThat(fake.defaults()).containsExactly(terminated(SIGKILL));
    }

    @Test
    void processesAndGroupsCanHaveEnded() {
        fake.endProcess(4711);
        fake.endGroup(4712);
        assertThatThrownBy(() -> Signals.send(4711, SIGTERM)).isInstanceOfSatisfying(SignalException.class, refused -> {
            assertThat(refused.errno()).isEqualTo(3);
            assertThat(refused.errnoName()).isEqualTo("ESRCH");
        });
        assertThatThrownBy(() -> Signals.queue(4711, SIGTERM, 1)).isInstanceOf(SignalException.class);
        assertThatThrownBy(() -> Signals.sendToGroup(4712, SIGTERM)).isInstanceOf(SignalException.class);
        assertThat(fake.sent()).isEmpty();
        Signals.send(4712, SIGTERM);
        assertThat(fake.sent()).hasSize(1);
    }

    @Test
    void realtimeSignalsComeEachAndInOrder() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Signals.handle(RT1, event -> {
            awaitQuietly(release);
            seen.add(event);
        });
        LongStream.range(0, 1000).forEach(i -> fake.deliver(FakeArrival.of(RT1).value(i)));
        release.countDown();
        fake.awaitIdle(SOON);
        assertThat(seen)
                .extracting(event -> event.rawValue().orElseThrow())
                .containsExactlyElementsOf(LongStream.range(0, 1000).boxed().toList());
    }

    @Test
    void awaitIdleSaysWhatKeepsIt() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        Signals.handle(SIGUSR1, event -> awaitQuietly(release));
        fake.deliver(SIGUSR1);
        assertThatThrownBy(() -> fake.awaitIdle(Duration.ofMillis(50)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("{SIGUSR1=1}");
        release.countDown();
        fake.awaitIdle(SOON);
    }

    @Test
    void awaitIdleWaitsForWhatWasHeld() throws Exception {
        Signals.handle(SIGUSR1, seen::add);
        try (var hold = Signals.hold(SIGUSR1)) {
            fake.deliver(SIGUSR1);
            assertThatThrownBy(() -> fake.awaitIdle(Duration.ofMillis(50))).isInstanceOf(AssertionError.class);
            assertThat(seen).isEmpty();
        }
        fake.awaitIdle(SOON);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aWaiterTakesADelivery() throws Exception {
        try (var hold = Signals.hold(SIGTERM)) {
            fake.deliver(SIGTERM);
            assertThat(Signals.await(List.of(SIGTERM), SOON)).isPresent();
        }
        fake.awaitIdle(SOON);
        assertThat(fake.defaults()).isEmpty();
    }

    @Test
    void closingGivesBackAndKeepsTheRecords() throws Exception {
        Signals.handle(SIGTERM, seen::add);
        Signals.send(4711, SIGTERM);
        fake.close();
        fake.close();
        fake.deliver(SIGTERM);
        fake.awaitIdle(SOON);
        assertThat(seen).isEmpty();
        assertThat(fake.sent()).hasSize(1);
        assertThat(fake.defaults()).containsExactly(terminated(SIGTERM));
        assertThat(SignalSystem.current()).isEmpty();
        fake = FakeSignals.open();
        assertThat(fake.sent()).isEmpty();
        assertThat(fake.defaults()).isEmpty();
    }

    @Test
    void thereIsOneAtATime() {
        assertThatThrownBy(FakeSignals::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("'fake'");
        assertThat(SignalSystem.current()).hasValue(fake.system());
        assertThat(Signals.provider()).isEqualTo("fake");
    }

    @Test
    void whatIsUnknownIsRefused() {
        PlatformSignal info = PlatformSignal.SIGINFO;
        assertThatThrownBy(() -> fake.deliver(info)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.replaceByForeign(info)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> fake.lose(info, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FakeArrival.of(SIGUSR1).count(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void lossesAreSeenInTheStatistics() {
        fake.lose(SIGUSR1, 2);
        fake.lose(SIGUSR1, 3);
        assertThatThrownBy(() -> fake.lose(SIGUSR1, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Signals.statistics(SIGUSR1).lost()).isEqualTo(5);
        assertThat(Signals.statistics(SIGPIPE).lost()).isZero();
    }

    @Test
    void interruptingIsRecorded() {
        Signals.siginterrupt(SIGUSR1, true);
        Signals.siginterrupt(SIGHUP, true);
        Signals.siginterrupt(SIGHUP, false);
        assertThat(fake.interrupting()).containsExactly(SIGUSR1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
