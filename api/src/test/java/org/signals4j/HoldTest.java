/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.signals4j.scripted.ScriptedBackend;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.Outcome;

class HoldTest extends SystemFixture {

    private static final Signal REALTIME = new RealtimeSignal(0);

    private void awaitHeld(long arrivals) {
        soon().until(() ->
                system.pending().stream().mapToLong(PendingSignal::count).sum() == arrivals);
    }

    @Test
    void aHeldSignalIsDeliveredOnClose() {
        system.subscribe(SIGUSR1, seen::add, SubscribeOption.CANCEL_DEFAULT);
        try (Hold hold = system.hold(SIGUSR1)) {
            backend.deliver(SIGUSR1);
            awaitHeld(1);
            assertThat(seen).isEmpty();
            assertThat(hold).hasToString("Hold[SIGUSR1]");
        }
        awaitSettled(1);
        assertThat(seen).hasSize(1);
    }

    @Test
    void standardSignalsMergeAndRealtimeOnesDoNot() {
        system.handle(SIGUSR1, seen::add);
        system.handle(REALTIME, seen::add);
        try (Hold hold = system.hold(SIGUSR1, REALTIME)) {
            backend.deliver(SIGUSR1, SIGUSR1);
            backend.deliver(ScriptedBackend.queued(REALTIME, 1));
            backend.deliver(ScriptedBackend.queued(REALTIME, 2));
            awaitHeld(4);
            assertThat(system.pending()).hasSize(3);
            assertThat(system.pending().get(0).first()).isPresent();
            assertThat(system.pending()).allMatch(each -> hold.signals().contains(each.signal()));
        }
        soon().until(() -> seen.size() == 3);
        assertThat(seen.get(0).count()).isEqualTo(2);
        assertThat(seen).extracting(event -> event.value().orElse(0)).containsExactly(0, 1, 2);
        assertThat(system.statistics(SIGUSR1)).isEqualTo(new SignalStatistics(2, 1, 3, 2, 1));
        assertThat(system.statistics(REALTIME)).isEqualTo(new SignalStatistics(2, 0, 3, 2, 1));
    }

    @Test
    void aHeldSignalThatNobodyTakesGetsItsDefaultOnClose() {
        Hold hold = system.hold(SIGTERM);
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.CAUGHT);
        backend.deliver(SIGTERM, SIGTERM);
        awaitHeld(2);
        assertThat(backend.settled()).isEmpty();
        hold.close();
        hold.close();
        awaitSettled(1);
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.DEFAULT);
    }

    @Test
    void holdsNest() {
        system.handle(SIGUSR1, seen::add);
        Hold outer = system.hold(SIGUSR1);
        Hold inner = system.hold(SIGUSR1, SIGTERM);
        backend.deliver(SIGUSR1);
        awaitHeld(1);
        outer.close();
        assertThat(system.pending()).hasSize(1);
        assertThat(seen).isEmpty();
        inner.close();
        awaitSettled(1);
        assertThat(seen).hasSize(1);
    }

    @Test
    void everyTokenOfAHeldSignalIsSettled() {
        try (Hold hold = system.hold(SIGTERM)) {
            for (int i = 0; i < 3; i++) {
                backend.deliver(ScriptedBackend.withToken(SIGTERM, i));
            }
            awaitHeld(3);
            assertThat(hold.signals()).containsExactly(SIGTERM);
        }
        awaitSettled(3);
        assertThat(backend.settled())
                .extracting(each -> each.delivery().token())
                .containsExactlyInAnyOrder(0, 1, 2);
    }

    @Test
    void closingTheSystemLetsGo() {
        Hold hold = system.hold(SIGTERM);
        backend.deliver(SIGTERM);
        awaitHeld(1);
        system.close();
        awaitSettled(1);
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.DEFAULT);
        hold.close();
    }

    @Test
    void waitingWithoutAGapNeverMissesAndNeverGetsTheDefault() throws Exception {
        for (int i = 0; i < 20_000; i++) {
            try (Hold hold = system.hold(SIGTERM)) {
                backend.deliver(Delivery.withoutDetail(ScriptedBackend.numberOf(SIGTERM), 1));
                assertThat(system.await(hold.signals()).count()).isOne();
            }
        }
        assertThat(backend.outcomes(Outcome.DEFAULT)).isZero();
        assertThat(backend.outcomes(Outcome.CANCELLED)).isEqualTo(20_000);
    }

    @Test
    void heldRealtimeSignalsTakeUpRoom() throws Exception {
        int sent = 66_000;
        try (Hold hold = system.hold(REALTIME)) {
            for (int i = 0; i < sent; i++) {
                backend.deliver(ScriptedBackend.queued(REALTIME, i));
            }
            soon().until(backend::sawFullRoom);
            soon().until(() -> backend.unread() == sent - 65_536);
            for (int i = 0; i < sent; i++) {
                assertThat(system.await(Set.of(REALTIME)).value()).hasValue(i);
            }
            assertThat(hold.signals()).containsExactly(REALTIME);
        }
    }

    @Test
    void aHoldThatIsRefusedHoldsNothing() {
        backend.startsWith(SIGUSR2, Disposition.FOREIGN);
        system.handle(SIGUSR1, seen::add);
        assertThatThrownBy(() -> system.hold(SIGUSR1, SIGUSR2)).isInstanceOf(ForeignHandlerException.class);
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        assertThat(seen).hasSize(1);
        assertThat(system.pending()).isEmpty();
    }
}
