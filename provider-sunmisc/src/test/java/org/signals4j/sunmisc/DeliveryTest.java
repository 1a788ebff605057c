/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.signals4j.StandardSignal.SIGCONT;
import static org.signals4j.StandardSignal.SIGURG;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGWINCH;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import org.signals4j.SignalHandler;
import org.signals4j.SignalSystem;
import org.signals4j.SubscribeOption;
import org.signals4j.Subscription;

/** Real signals that harm nobody, through the api, beside other users of {@code sun.misc.Signal}. */
@DisabledOnOs(OS.WINDOWS)
class DeliveryTest {

    private final SignalSystem system = SignalSystem.open(new SunMiscSignalProvider());

    @AfterEach
    void close() {
        system.close();
    }

    @Test
    void eventHasSignalAndCountAndNoDetail() throws Exception {
        for (Signal signal : List.of(SIGUSR1, SIGWINCH, SIGURG, SIGCONT)) {
            CompletableFuture<SignalEvent> arrived = new CompletableFuture<>();
            system.handle(signal, arrived::complete);
            system.raise(signal);
            SignalEvent event = arrived.get(30, TimeUnit.SECONDS);
            assertThat(event.signal()).isEqualTo(signal);
            assertThat(event.number()).isEqualTo(system.number(signal));
            assertThat(event.count()).isEqualTo(1);
            assertThat(event.cause()).isEqualTo(SignalCause.UNKNOWN);
            assertThat(event.pid()).isEmpty();
            assertThat(event.code()).isEmpty();
        }
    }

    @Test
    void subscribersNewestFirstAndThenTheHandler() {
        List<String> calls = Collections.synchronizedList(new ArrayList<>());
        system.handle(SIGUSR1, event -> calls.add("handler"));
        system.subscribe(SIGUSR1, event -> calls.add("older"));
        system.subscribe(SIGUSR1, event -> calls.add("newer"));
        system.raise(SIGUSR1);
        await().untilAsserted(() -> assertThat(calls).containsExactly("newer", "older", "handler"));
    }

    @Test
    void everyRaiseIsCountedAndHandlersRunOneAtATime() throws Exception {
        int threads = 4;
        int raises = 250;
        AtomicLong count = new AtomicLong();
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Set<Thread> runners = ConcurrentHashMap.newKeySet();
        SignalHandler handler = event -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            runners.add(Thread.currentThread());
            count.addAndGet(event.count());
            running.decrementAndGet();
        };
        system.handle(SIGUSR1, handler);
        system.handle(SIGWINCH, handler);
        List<Thread> raisers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Signal signal = i % 2 == 0 ? SIGUSR1 : SIGWINCH;
            raisers.add(new Thread(() -> {
                for (int j = 0; j < raises; j++) {
                    system.raise(signal);
                }
            }));
        }
        raisers.forEach(Thread::start);
        for (Thread raiser : raisers) {
            raiser.join();
        }
        await().atMost(60, TimeUnit.SECONDS)
                .untilAsserted(() -> assertThat(count).hasValue(threads * raises));
        assertThat(most).hasValue(1);
        assertThat(runners).hasSize(1);
    }

    @Test
    void isReopenedAfterClose() throws Exception {
        system.handle(SIGUSR1, event -> {});
        system.close();
        CompletableFuture<SignalEvent> arrived = new CompletableFuture<>();
        try (SignalSystem again = SignalSystem.open(new SunMiscSignalProvider())) {
            again.handle(SIGUSR1, arrived::complete);
            again.raise(SIGUSR1);
            assertThat(arrived.get(30, TimeUnit.SECONDS).count()).isEqualTo(1);
        }
    }

    @Test
    void defaultIsTheHandlerOfAnotherLibraryOnAThreadOfItsOwn() {
        try (OtherLibrary other = new OtherLibrary("USR1")) {
            AtomicInteger watched = new AtomicInteger();
            system.subscribe(SIGUSR1, event -> watched.incrementAndGet());
            system.raise(SIGUSR1);
            other.awaitCalls(1);
            assertThat(watched).hasValue(1);
            assertThat(other.threads).noneMatch(thread -> thread.getName().equals("signals4j dispatch"));
        }
    }

    @Test
    void cancelledDefaultLeavesTheOtherLibraryOut() {
        try (OtherLibrary other = new OtherLibrary("USR1")) {
            AtomicInteger watched = new AtomicInteger();
            Subscription subscription =
                    system.subscribe(SIGUSR1, event -> watched.incrementAndGet(), SubscribeOption.CANCEL_DEFAULT);
            system.raise(SIGUSR1);
            await().untilAsserted(() -> assertThat(watched).hasValue(1));
            subscription.close();
            system.raise(SIGUSR1); // untaken: goes to the other library's handler, which is back
            other.awaitCalls(1);
            assertThat(watched).hasValue(1);
        }
    }

    @Test
    void handlerThatReplacedOursStaysAndChainsThroughToTheFirst() {
        try (OtherLibrary first = new OtherLibrary("USR1")) {
            Subscription subscription = system.subscribe(SIGUSR1, event -> {});
            try (OtherLibrary second = new OtherLibrary("USR1")) {
                subscription.close();
                second.raise();
                second.awaitCalls(1);
                second.chain();
                first.awaitCalls(1);
            }
            first.raise(); // what the second has handed back is our handler, which is done
            first.awaitCalls(2);
        }
    }

    @Test
    void takenAgainBehindAHandlerThatChainsToOurs() {
        try (OtherLibrary first = new OtherLibrary("USR1")) {
            Subscription subscription = system.subscribe(SIGUSR1, event -> {});
            try (OtherLibrary second = new OtherLibrary("USR1", true)) {
                subscription.close();
                system.subscribe(SIGUSR1, event -> {});
                system.raise(SIGUSR1);
                first.awaitCalls(1);
                assertThat(second.calls).hasValue(1);
                system.close();
            }
        }
    }
}
