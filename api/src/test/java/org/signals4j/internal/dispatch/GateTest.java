/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.signals4j.DefaultAction;
import org.signals4j.PendingSignal;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.scripted.ScriptedBackend;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.SignalSpec;

class GateTest {

    private final ScriptedBackend backend = new ScriptedBackend();
    private final Slot standard = slot(StandardSignal.SIGUSR1, 10);
    private final Slot realtime = slot(new RealtimeSignal(0), 34);
    private final Gate gate = new Gate();

    private static Slot slot(Signal signal, int number) {
        return new Slot(SignalSpec.free(signal, number, "text", DefaultAction.TERMINATE));
    }

    private DispatchedEvent event(Slot slot) {
        return DispatchedEvent.of(slot, Delivery.withoutDetail(slot.spec().number(), 1), 0, backend);
    }

    /** Takes whatever it is offered, as often as it is. */
    private static final class Greedy extends Waiter {

        final List<DispatchedEvent> offered = new ArrayList<>();
        int closed;

        Greedy(Slot... slots) {
            super(List.of(slots));
        }

        @Override
        boolean offer(DispatchedEvent event) {
            return offered.add(event);
        }

        @Override
        void close() {
            closed++;
        }
    }

    @Test
    void aWaiterIsOfferedOneEventOfItsOwn() {
        Greedy waiter = new Greedy(realtime);
        assertThat(gate.await(waiter)).as("nothing was held for it").isFalse();
        assertThat(gate.takes(event(standard))).isFalse();
        DispatchedEvent first = event(realtime);
        assertThat(gate.takes(first)).isTrue();
        assertThat(gate.takes(event(realtime))).isFalse();
        assertThat(waiter.offered).containsExactly(first);
    }

    @Test
    void aWaiterThatHasGivenUpIsOfferedNothing() {
        Greedy waiter = new Greedy(standard);
        gate.await(waiter);
        gate.giveUp(waiter);
        gate.giveUp(waiter);
        assertThat(gate.takes(event(standard))).isFalse();
        assertThat(waiter.offered).isEmpty();
    }

    @Test
    void aWaiterGetsWhatIsHeldAndMakesRoom() {
        gate.hold(List.of(standard, realtime));
        DispatchedEvent first = event(realtime);
        DispatchedEvent second = event(realtime);
        DispatchedEvent other = event(standard);
        assertThat(List.of(first, second, other)).allMatch(gate::takes);
        assertThat(gate.heldRealtime()).isEqualTo(2);
        Greedy waiter = new Greedy(realtime);
        assertThat(gate.await(waiter)).as("something was held for it").isTrue();
        assertThat(waiter.offered).containsExactly(first);
        assertThat(gate.heldRealtime()).isOne();
        assertThat(gate.await(new Greedy(standard))).isTrue();
        assertThat(gate.heldRealtime()).isOne();
        assertThat(gate.held())
                .extracting(PendingSignal::signal)
                .containsExactly(realtime.spec().signal());
    }

    @Test
    void whatIsReleasedIsHeldNoMore() {
        gate.hold(List.of(standard, realtime));
        gate.hold(List.of(standard));
        DispatchedEvent first = event(standard);
        DispatchedEvent second = event(realtime);
        assertThat(List.of(first, second)).allMatch(gate::takes);
        assertThat(gate.release(List.of(standard, realtime))).containsExactly(second);
        assertThat(gate.heldRealtime()).isZero();
        assertThat(gate.held()).hasSize(1);
        assertThat(gate.release(List.of(standard))).containsExactly(first);
        assertThat(gate.heldRealtime()).isZero();
        assertThat(gate.held()).isEmpty();
        assertThat(gate.takes(event(standard))).isFalse();
        assertThat(gate.takes(event(realtime))).isFalse();
    }

    @Test
    void standardEventsThatAreHeldMergeAndAreCounted() {
        gate.hold(List.of(standard));
        assertThat(gate.takes(event(standard))).isTrue();
        assertThat(gate.takes(event(standard))).isTrue();
        assertThat(gate.held()).singleElement().extracting(PendingSignal::count).isEqualTo(2L);
        assertThat(standard.merged()).isOne();
    }

    @Test
    void closeEndsAllWaitingAndHolding() {
        Greedy waiter = new Greedy(standard);
        gate.await(waiter);
        gate.hold(List.of(realtime));
        DispatchedEvent held = event(realtime);
        assertThat(gate.takes(held)).isTrue();
        assertThat(gate.close()).containsExactly(held);
        assertThat(waiter.closed).isOne();
        assertThat(gate.held()).isEmpty();
        assertThat(gate.heldRealtime()).isZero();
        assertThat(gate.takes(event(standard))).isFalse();
        assertThat(gate.takes(event(realtime))).isFalse();
        assertThat(gate.release(List.of(realtime))).isEmpty();
        assertThat(gate.close()).isEmpty();
        assertThat(waiter.closed).as("once").isOne();
    }

    @Test
    void whoComesAfterTheEndIsClosedAtOnce() {
        gate.close();
        Greedy late = new Greedy(standard);
        assertThat(gate.await(late)).isFalse();
        assertThat(late.closed).isOne();
        assertThat(late.offered).isEmpty();
    }
}
