/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGPROF;
import static org.signals4j.StandardSignal.SIGSEGV;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.signals4j.scripted.ScriptedBackend;
import org.signals4j.spi.Outcome;

class SubscribeTest extends SystemFixture {

    private final List<String> order = new CopyOnWriteArrayList<>();

    @Override
    void prepare() {
        backend.startsWith(SIGHUP, Disposition.IGNORED).startsWith(SIGPROF, Disposition.FOREIGN);
    }

    @Test
    void onlyWatches() {
        system.subscribe(SIGTERM, seen::add);
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(seen).hasSize(1);
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
    }

    @Test
    void newestFirstThenTheHandler() {
        system.handle(SIGTERM, event -> order.add("handler"));
        system.subscribe(SIGTERM, event -> order.add("old"));
        system.subscribe(SIGTERM, event -> order.add("new"));
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(order).containsExactly("new", "old", "handler");
        assertThat(backend.outcomes(Outcome.CANCELLED)).isOne();
    }

    @Test
    void cancelSuppressesTheDefaultAndNothingElse() {
        system.subscribe(SIGTERM, event -> order.add("old"));
        system.subscribe(SIGTERM, event -> {
            order.add("new");
            event.cancelDefault();
        });
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(order).containsExactly("new", "old");
        assertThat(backend.outcomes(Outcome.CANCELLED)).isOne();
    }

    @Test
    void cancelHoldsForOneEventOnly() {
        system.subscribe(SIGTERM, event -> {
            if (seen.isEmpty()) {
                event.cancelDefault();
            }
            seen.add(event);
        });
        backend.deliver(SIGTERM);
        awaitSettled(1);
        backend.deliver(SIGTERM);
        awaitSettled(2);
        assertThat(backend.settled())
                .extracting(ScriptedBackend.Settled::outcome)
                .containsExactly(Outcome.CANCELLED, Outcome.DEFAULT);
    }

    @Test
    void cancelIsRefusedLater() {
        system.subscribe(SIGTERM, seen::add);
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThatThrownBy(() -> seen.get(0).cancelDefault())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CANCEL_DEFAULT");
    }

    @Test
    void cancelCanBeDeclared() {
        Subscription subscription = system.subscribe(SIGTERM, seen::add, SubscribeOption.CANCEL_DEFAULT);
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(backend.outcomes(Outcome.CANCELLED)).isOne();
        subscription.close();
        backend.deliver(SIGTERM);
        awaitSettled(2);
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
        assertThat(seen).hasSize(1);
    }

    @Test
    void withAnExecutorTheListenerRunsThereAndCannotCancelLater() {
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> new Thread(task, "mine"));
        try {
            AtomicReference<Throwable> thrown = new AtomicReference<>();
            system.subscribe(
                    SIGTERM,
                    event -> {
                        order.add(Thread.currentThread().getName());
                        event.cancelDefault();
                    },
                    SubscribeOption.executor(executor),
                    HandleOption.onException((event, problem) -> thrown.set(problem)));
            backend.deliver(SIGTERM);
            soon().until(() -> thrown.get() != null);
            assertThat(thrown.get()).isInstanceOf(IllegalStateException.class);
            assertThat(order).containsExactly("mine");
            assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void withAnExecutorCancelCanBeDeclared() {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            system.subscribe(SIGTERM, seen::add, SubscribeOption.executor(executor), SubscribeOption.CANCEL_DEFAULT);
            backend.deliver(SIGTERM);
            awaitSettled(1);
            soon().until(() -> seen.size() == 1);
            assertThat(backend.outcomes(Outcome.CANCELLED)).isOne();
        } finally {
            executor.shutdownNow();
        }
    }

    @Test
    void anExecutorThatRejectsHarmsNobody() {
        AtomicReference<Throwable> thrown = new AtomicReference<>();
        Executor broken = task -> {
            throw new RejectedExecutionException("full");
        };
        system.subscribe(
                SIGTERM,
                seen::add,
                SubscribeOption.executor(broken),
                HandleOption.onException((event, problem) -> thrown.set(problem)));
        system.subscribe(SIGTERM, event -> order.add("next"));
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(thrown.get()).isInstanceOf(RejectedExecutionException.class);
        assertThat(order).containsExactly("next");
        assertThat(seen).isEmpty();
    }

    @Test
    void closeRestoresWhenTheLastOneGoes() {
        Subscription first = system.subscribe(List.of(SIGTERM, SIGUSR1), seen::add);
        Subscription second = system.subscribe(SIGTERM, seen::add);
        assertThat(first.isActive()).isTrue();
        first.close();
        assertThat(first.isActive()).isFalse();
        assertThat(first.isActive(SIGUSR1)).isFalse();
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.CAUGHT);
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
        second.close();
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.DEFAULT);
        int calls = backend.calls().size();
        first.close();
        second.close();
        assertThat(backend.calls()).hasSize(calls);
        assertThat(first.signals()).containsExactly(SIGTERM, SIGUSR1);
    }

    @Test
    void afterCloseASignalOnItsWayGetsItsDefault() {
        Subscription subscription = system.subscribe(SIGTERM, seen::add);
        subscription.close();
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(seen).isEmpty();
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
    }

    @Test
    void aListenerMayCloseItself() {
        AtomicReference<Subscription> self = new AtomicReference<>();
        self.set(system.subscribe(SIGTERM, event -> {
            seen.add(event);
            self.get().close();
        }));
        backend.deliver(SIGTERM);
        awaitSettled(1);
        backend.deliver(SIGTERM);
        awaitSettled(2);
        assertThat(seen).hasSize(1);
    }

    @Test
    void whatAnExecutorStillHadToRunIsDroppedByClose() {
        List<Runnable> tasks = new CopyOnWriteArrayList<>();
        Subscription subscription = system.subscribe(SIGTERM, seen::add, SubscribeOption.executor(tasks::add));
        backend.deliver(SIGTERM);
        awaitSettled(1);
        subscription.close();
        tasks.forEach(Runnable::run);
        assertThat(tasks).hasSize(1);
        assertThat(seen).isEmpty();
    }

    @Test
    void aSignalWhoseSubscriptionClosesBeforeItsExecutorGetsItsDefault() {
        List<Runnable> tasks = new CopyOnWriteArrayList<>();
        Subscription subscription = system.subscribe(
                SIGTERM, seen::add, SubscribeOption.executor(tasks::add), SubscribeOption.CANCEL_DEFAULT);
        backend.deliver(SIGTERM);
        soon().until(() -> tasks.size() == 1);
        assertThat(backend.settled()).isEmpty();
        subscription.close();
        tasks.forEach(Runnable::run);
        assertThat(seen).isEmpty();
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
    }

    @Test
    void anExecutorThatRejectsCancelsNothing() {
        Executor broken = task -> {
            throw new RejectedExecutionException("full");
        };
        system.subscribe(
                SIGTERM,
                seen::add,
                SubscribeOption.executor(broken),
                SubscribeOption.CANCEL_DEFAULT,
                HandleOption.onException((event, problem) -> order.add("rejected")));
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(order).containsExactly("rejected");
        assertThat(backend.outcomes(Outcome.DEFAULT)).isOne();
    }

    @Test
    void ignoreIsEmulatedWhileThereAreSubscribers() {
        system.handle(SIGUSR1, SignalHandler.IGNORE);
        Subscription subscription = system.subscribe(SIGUSR1, seen::add);
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.CAUGHT);
        assertThat(system.handler(SIGUSR1)).isSameAs(SignalHandler.IGNORE);
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        assertThat(seen).hasSize(1);
        assertThat(backend.outcomes(Outcome.CANCELLED)).isOne();
        subscription.close();
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.IGNORED);
    }

    @Test
    void theSystemsDefaultFollowsTheSubscribers() {
        system.handle(SIGUSR1, SignalHandler.SYSTEM_DEFAULT);
        system.subscribe(SIGUSR1, seen::add);
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        assertThat(seen).hasSize(1);
        assertThat(backend.outcomes(Outcome.SYSTEM_DEFAULT)).isOne();
    }

    @Test
    void anInheritedIgnoreStaysAndTheSubscriptionIsNotActive() {
        Subscription subscription = system.subscribe(List.of(SIGHUP, SIGTERM), seen::add);
        assertThat(subscription.isActive()).isFalse();
        assertThat(subscription.isActive(SIGHUP)).isFalse();
        assertThat(subscription.isActive(SIGTERM)).isTrue();
        assertThat(backend.disposition(SIGHUP)).isEqualTo(Disposition.IGNORED);
        subscription.close();
        assertThat(backend.calls()).doesNotContain("restore SIGHUP");
        try (Subscription forced = system.subscribe(SIGHUP, seen::add, HandleOption.OVERRIDE_IGNORED)) {
            assertThat(forced.isActive()).isTrue();
        }
        assertThat(backend.disposition(SIGHUP)).isEqualTo(Disposition.IGNORED);
    }

    @Test
    void aSubscriptionThatSomebodyReplacedIsNotActive() {
        Subscription subscription = system.subscribe(SIGUSR1, seen::add);
        backend.replacedBySomebody(SIGUSR1);
        assertThat(subscription.isActive()).isFalse();
        subscription.close();
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.FOREIGN);
    }

    @Test
    void aSignalThatArrivesWithTheInstallationIsSeen() {
        backend.afterInstall(() -> {
            backend.deliver(SIGTERM);
            awaitSettled(1);
        });
        system.subscribe(SIGTERM, seen::add, SubscribeOption.CANCEL_DEFAULT);
        assertThat(seen).hasSize(1);
        assertThat(backend.outcomes(Outcome.DEFAULT)).isZero();
    }

    @Test
    void isActiveIsAskedForItsOwnSignalsOnly() {
        Subscription subscription = system.subscribe(SIGUSR1, seen::add);
        assertThatThrownBy(() -> subscription.isActive(SIGINT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allOrNothing() {
        assertThatThrownBy(() -> system.subscribe(List.of(SIGUSR1, SIGSEGV), seen::add))
                .isInstanceOf(ReservedSignalException.class);
        assertThat(backend.calls()).isEmpty();
        assertThatThrownBy(() -> system.subscribe(List.of(SIGUSR1, SIGPROF), seen::add))
                .isInstanceOf(ForeignHandlerException.class);
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
        assertThat(backend.disposition(SIGPROF)).isEqualTo(Disposition.FOREIGN);
        backend.refuse(SIGUSR2, new SignalException("sigaction", 22, "EINVAL", "no"));
        assertThatThrownBy(() -> system.subscribe(List.of(SIGUSR1, SIGUSR2), seen::add))
                .isInstanceOf(SignalException.class);
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        assertThat(seen).isEmpty();
    }

    @Test
    void aFailedSubscriptionLeavesTheOthersAlone() {
        system.subscribe(SIGUSR1, event -> order.add("there before"));
        assertThatThrownBy(() -> system.subscribe(List.of(SIGUSR1, SIGPROF), seen::add))
                .isInstanceOf(ForeignHandlerException.class);
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        assertThat(order).containsExactly("there before");
        assertThat(seen).isEmpty();
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> system.subscribe(List.of(), seen::add)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.subscribe((Signal) null, seen::add)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.subscribe(SIGUSR1, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.subscribe(SIGUSR1, seen::add, (SubscribeOption) null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> SubscribeOption.executor(null)).isInstanceOf(NullPointerException.class);
        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void whatAnInheritedIgnoreHasStoppedDoesNotComeWithSomebodyElsesOverride() {
        Subscription stopped = system.subscribe(SIGHUP, seen::add);
        system.handle(SIGHUP, event -> order.add("handler"), HandleOption.OVERRIDE_IGNORED);
        backend.deliver(SIGHUP);
        awaitSettled(1);
        assertThat(order).containsExactly("handler");
        assertThat(seen).isEmpty();
        assertThat(stopped.isActive()).isFalse();
    }

    @Test
    void noneOfTheSignalsMayBeNull() {
        List<Signal> signals = new ArrayList<>();
        signals.add(SIGUSR1);
        signals.add(null);
        assertThatThrownBy(() -> system.subscribe(signals, seen::add)).isInstanceOf(NullPointerException.class);
        assertThat(backend.calls()).isEmpty();
    }
}
