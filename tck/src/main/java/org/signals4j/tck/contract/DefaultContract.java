/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Hold;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.SignalSystem;
import org.signals4j.SubscribeOption;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsSignal;

/** What happens when nobody takes a signal: the JVM ends as without us. */
@Needs(Capability.RAISE)
class DefaultContract extends InChild {

    private static final int HOOKS = 128;

    /** Has a shutdown hook, arranges something, and raises the signal. */
    public static final class Arranged implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal signal = child.signal(0);
            SignalSystem system = child.system();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> child.say("hook")));
            switch (child.arg(1)) {
                case "watched" -> {
                    system.subscribe(signal, event -> child.say("watched"));
                    system.subscribe(signal, event -> child.say("watched too"));
                }
                case "default" -> {
                    system.handle(signal, event -> child.say("handled"));
                    system.handle(signal, SignalHandler.DEFAULT);
                }
                case "left" ->
                    system.subscribe(signal, event -> child.say("watched")).close();
                case "closed" -> {
                    system.handle(signal, event -> child.say("handled"));
                }
                case "held" -> {
                    Hold hold = system.hold(signal);
                    system.raise(signal);
                    while (system.pending().isEmpty()) {
                        Thread.onSpinWait();
                    }
                    child.say("held");
                    hold.close();
                    child.awaitProceed();
                }
                case "behind" -> {
                    Signal other = child.signal(2);
                    system.handle(other, event -> {
                        child.say("stuck");
                        new CountDownLatch(1).await();
                    });
                    system.subscribe(signal, event -> {}, SubscribeOption.executor(Runnable::run));
                    system.raise(other);
                    child.awaitProceed(); // when the handler is stuck
                }
                default -> throw new IllegalArgumentException(child.arg(1));
            }
            child.say("ready");
            if (child.arg(1).equals("closed")) {
                // By the provider itself, because a system that is closed raises nothing.
                system.close();
                try (SignalSystem another = SignalSystem.open(child.provider())) {
                    another.raise(signal);
                    child.awaitProceed();
                }
            }
            system.raise(signal);
            child.awaitProceed();
        }
    }

    private void endsAsWithoutUs(String arrangement, String signal, int number, String... before) {
        try (Child child = child(Arranged.class, signal, arrangement).start()) {
            assertEquals(HOOKS + number, child.exitCode(), child.toString());
            assertTrue(child.lines().contains("hook"), "the shutdown hook has run: " + child);
            for (String line : before) {
                assertTrue(child.lines().contains(line), "'" + line + "' in " + child);
                assertTrue(
                        child.lines().indexOf(line) < child.lines().indexOf("hook"),
                        "'" + line + "' came first: " + child);
            }
            assertEquals(List.of(), child.linesWith("handled"), child.toString());
        }
    }

    @Test
    @Checks({"DEF-1", "DEF-9"})
    @NeedsSignal("SIGTERM")
    void termThatIsOnlyWatched() {
        endsAsWithoutUs("watched", "SIGTERM", 15, "watched", "watched too");
    }

    @Test
    @Checks("DEF-3")
    @NeedsSignal("SIGINT")
    void intThatIsOnlyWatched() {
        endsAsWithoutUs("watched", "SIGINT", 2, "watched", "watched too");
    }

    @Test
    @Checks("DEF-2")
    @NeedsSignal("SIGTERM")
    void termThatWasGivenBack() {
        endsAsWithoutUs("default", "SIGTERM", 15);
        endsAsWithoutUs("left", "SIGTERM", 15);
        endsAsWithoutUs("closed", "SIGTERM", 15);
    }

    @Test
    @Checks("DEL-7")
    @NeedsSignal("SIGTERM")
    void termBehindAStuckHandler() {
        try (Child child =
                child(Arranged.class, "SIGTERM", "behind", harmless(0)).start()) {
            child.awaitLine("stuck");
            child.proceed();
            child.awaitLine("ready");
            assertEquals(HOOKS + 15, child.exitCode(), child.toString());
            assertTrue(child.lines().contains("hook"), "the shutdown hook has run: " + child);
        }
    }

    @Test
    @Checks("HLD-5")
    @NeedsSignal("SIGTERM")
    void termThatWasHeld() {
        endsAsWithoutUs("held", "SIGTERM", 15, "held");
    }

    /** Takes or cancels, and lives. */
    public static final class Lives implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal signal = child.signal(0);
            SignalSystem system = child.system();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> child.say("hook")));
            switch (child.arg(1)) {
                case "handled" -> system.handle(signal, event -> child.say("handled"));
                case "cancelled" ->
                    system.subscribe(signal, event -> {
                        event.cancelDefault();
                        child.say("cancelled");
                    });
                case "declared" ->
                    system.subscribe(
                            signal,
                            event -> child.say("declared"),
                            SubscribeOption.CANCEL_DEFAULT,
                            SubscribeOption.executor(Runnable::run));
                default -> throw new IllegalArgumentException(child.arg(1));
            }
            // More than once, because what happens after the first call cannot be waited for: it must be nothing.
            for (int i = 0; i < 3; i++) {
                system.raise(signal);
                child.awaitProceed();
            }
            Runtime.getRuntime().halt(7);
        }
    }

    private void lives(String arrangement) {
        Child child = child(Lives.class, "SIGTERM", arrangement).start();
        for (int i = 1; i <= 3; i++) {
            child.awaitLines(arrangement, i);
            child.proceed();
        }
        assertEquals(7, child.exitCode(), child.toString());
        assertEquals(List.of(), child.linesWith("hook"), child.toString());
    }

    @Test
    @Checks("DEF-4")
    @NeedsSignal("SIGTERM")
    void whoTakesLives() {
        lives("handled");
    }

    /** There is no handler: nothing else keeps the default action from happening. */
    @Test
    @Checks({"DEF-4", "SUB-7"})
    @NeedsSignal("SIGTERM")
    void whoCancelsLives() {
        lives("cancelled");
    }

    @Test
    @Checks("SUB-12")
    @NeedsSignal("SIGTERM")
    void whoCancelsUpFrontLives() {
        lives("declared");
    }
}
