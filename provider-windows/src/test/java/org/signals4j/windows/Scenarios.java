/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.signals4j.PlatformSignal.SIGBREAK;
import static org.signals4j.StandardSignal.SIGABRT;
import static org.signals4j.StandardSignal.SIGFPE;
import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGTERM;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.signals4j.ForeignHandlerException;
import org.signals4j.HandleOption;
import org.signals4j.Hold;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.SignalSystem;
import org.signals4j.Signals;
import org.signals4j.Subscription;
import org.signals4j.spi.Availability;
import org.signals4j.windows.jna.CrtHandler;

/** Programs of {@link WindowsTest}, each in a JVM of its own. What they print is what is checked. */
final class Scenarios {

    private static final Semaphore SEEN = new Semaphore(0);

    private Scenarios() {}

    public static void main(String[] arguments) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say("hook")));
        switch (arguments[0]) {
            case "describe" -> {
                // The JVM sets its name itself, whatever its command line says.
                String vm = System.getProperty("test.vm.name", System.getProperty("java.vm.name"));
                System.setProperty("java.vm.name", vm);
                Availability availability = new WindowsSignalProvider().availability();
                say(availability.isAvailable() + " " + availability.reason());
            }
            case "many-ctrl-c" -> manyCtrlC();
            case "ctrl-c-untouched" -> sendAndWait();
            case "ctrl-c-watched" -> {
                watch(SIGINT);
                sendAndWait();
            }
            case "ctrl-c-let-go" -> {
                watch(SIGINT).close();
                sendAndWait();
            }
            case "ctrl-c-ignored" -> ctrlCIgnored();
            case "ctrl-c-inherited-ignore" -> ctrlCInheritedIgnore();
            case "ctrl-c-slow" -> ctrlCSlow();
            case "ctrl-c-late-default" -> ctrlCLateDefault();
            case "await-events" -> awaitEvents();
            case "close-slow" -> closeSlow();
            case "close-watched" -> {
                watch(SIGTERM);
                event(ConsoleEvent.CLOSE);
            }
            case "close-untouched" -> event(ConsoleEvent.CLOSE);
            case "break-watched" -> {
                watch(SIGBREAK);
                breakAndGoOn();
            }
            case "break-handled" -> {
                handle(SIGBREAK);
                breakAndGoOn();
            }
            case "break-raised" -> {
                watch(SIGBREAK);
                Signals.raise(SIGBREAK);
                awaitSeen(1);
                goOn();
            }
            case "raise-each" -> raiseEach();
            case "raise-int-watched" -> raiseWatched(SIGINT);
            case "raise-term-watched" -> raiseWatched(SIGTERM);
            case "raise-abrt-watched" -> raiseWatched(SIGABRT);
            case "raise-fpe-watched" -> raiseWatched(SIGFPE);
            case "raise-term-untouched" -> {
                Signals.raise(SIGTERM);
                new CountDownLatch(1).await();
            }
            case "fpe-threads" -> fpeThreads();
            case "raise-storm" -> raiseStorm();
            case "foreign" -> foreign();
            case "reopen" -> reopen();
            case "reopen-at-once" -> reopenAtOnce();
            case "groups" -> groups();
            case "threads" -> threads();
            case "stay" -> {
                handle(SIGINT);
                handle(SIGTERM);
                handle(SIGBREAK);
                say("ready");
                awaitSeen(Integer.MAX_VALUE);
            }
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    private static synchronized void say(String text) {
        System.out.println(text);
        System.out.flush();
    }

    private static Subscription watch(Signal signal) {
        return Signals.subscribe(signal, event -> {
            say("watched " + event);
            SEEN.release();
        });
    }

    private static void handle(Signal signal) {
        Signals.handle(signal, event -> {
            say("handled " + event);
            SEEN.release();
        });
    }

    private static void awaitSeen(int events) throws InterruptedException {
        if (!SEEN.tryAcquire(events, 30, SECONDS)) {
            say("not seen");
            Runtime.getRuntime().halt(99);
        }
    }

    /** Presses Ctrl+C, and waits for what comes of it. */
    private static void sendAndWait() throws InterruptedException {
        Signals.sendToGroup(0, SIGINT);
        SECONDS.sleep(30);
        say("survived");
        Runtime.getRuntime().halt(98);
    }

    /** Has an event come, and waits for what comes of it. */
    private static void event(ConsoleEvent event) throws InterruptedException {
        TestKernel32.event(event);
        SECONDS.sleep(30);
        say("survived");
        Runtime.getRuntime().halt(98);
    }

    private static void manyCtrlC() throws InterruptedException {
        AtomicLong count = new AtomicLong();
        Signals.handle(SIGINT, event -> {
            count.addAndGet(event.count());
            SEEN.release((int) event.count());
        });
        Signals.sendToGroup(0, SIGINT);
        awaitSeen(1);
        System.gc(); // Windows has the handler's address, and the JVM must not think that nobody has it
        long start = System.nanoTime();
        for (int i = 0; i < 200; i++) {
            Signals.sendToGroup(0, SIGINT);
            awaitSeen(1);
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        say("handled " + (count.get() - 1) + "; 200 in a row took " + millis + " ms");
        System.exit(0);
    }

    private static void ctrlCIgnored() throws InterruptedException {
        Signals.handle(SIGINT, SignalHandler.IGNORE);
        for (int i = 0; i < 5; i++) {
            Signals.sendToGroup(0, SIGINT);
            Signals.raise(SIGINT);
        }
        SECONDS.sleep(1);
        handle(SIGINT);
        Signals.sendToGroup(0, SIGINT);
        awaitSeen(1);
        System.exit(0);
    }

    private static void ctrlCInheritedIgnore() throws InterruptedException {
        TestKernel32.SetConsoleCtrlHandler(0, true);
        handle(SIGINT);
        Signals.sendToGroup(0, SIGINT);
        say("without override: " + SEEN.tryAcquire(1, SECONDS));
        Signals.handle(SIGINT, SignalHandler.DEFAULT);
        Signals.handle(
                SIGINT,
                event -> {
                    say("handled " + event);
                    SEEN.release();
                },
                HandleOption.OVERRIDE_IGNORED);
        Signals.sendToGroup(0, SIGINT);
        awaitSeen(1);
        System.exit(0);
    }

    /** A handler that takes longer than Windows is kept waiting must not bring the default action about. */
    private static void ctrlCSlow() throws InterruptedException {
        Signals.handle(SIGINT, event -> {
            SECONDS.sleep(3);
            say("handled " + event);
            SEEN.release();
        });
        Signals.sendToGroup(0, SIGINT);
        awaitSeen(1);
        goOn();
    }

    /** Held longer than Windows is kept waiting, and then nobody's: the default action comes late, and complete. */
    private static void ctrlCLateDefault() throws InterruptedException {
        watch(SIGINT);
        Hold hold = Signals.hold(SIGINT);
        Signals.sendToGroup(0, SIGINT);
        SECONDS.sleep(3);
        say("released");
        hold.close();
        SECONDS.sleep(30);
        say("survived");
        Runtime.getRuntime().halt(98);
    }

    private static void awaitEvents() throws InterruptedException {
        handle(SIGTERM);
        handle(SIGBREAK);
        handle(SIGINT);
        TestKernel32.event(ConsoleEvent.CTRL_C);
        awaitSeen(1);
        TestKernel32.event(ConsoleEvent.CTRL_BREAK);
        awaitSeen(1);
        TestKernel32.event(ConsoleEvent.LOGOFF);
        awaitSeen(1);
        System.exit(0);
    }

    /** A thread of the console is a daemon, has a name, and is gone after its event. */
    private static void threads() throws InterruptedException {
        handle(SIGBREAK);
        Hold hold = Signals.hold(SIGBREAK);
        TestKernel32.event(ConsoleEvent.CTRL_BREAK);
        Thread console = awaitThread(true);
        say(console.getName() + ", daemon: " + console.isDaemon());
        hold.close();
        awaitSeen(1);
        awaitThread(false);
        say("gone");
        // No System.exit: the JVM ends by itself, if only daemons are left.
    }

    private static Thread awaitThread(boolean there) throws InterruptedException {
        for (int i = 0; i < 300; i++) {
            Thread found = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().startsWith("signals4j console"))
                    .findFirst()
                    .orElse(null);
            if ((found != null) == there) {
                return found;
            }
            MILLISECONDS.sleep(100);
        }
        say("the thread did not " + (there ? "come" : "go"));
        Runtime.getRuntime().halt(99);
        return null;
    }

    private static void closeSlow() throws InterruptedException {
        Signals.handle(SIGTERM, event -> {
            say("begun " + event);
            SECONDS.sleep(2);
            say("completed");
        });
        long start = System.nanoTime();
        TestKernel32.awaitEvent(ConsoleEvent.CLOSE); // Windows ends the process here; Wine does not
        say("answered after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        System.exit(0);
    }

    private static void breakAndGoOn() throws InterruptedException {
        TestKernel32.event(ConsoleEvent.CTRL_BREAK);
        awaitSeen(1);
        goOn();
    }

    /** Gives what may come of it a second. */
    private static void goOn() throws InterruptedException {
        SECONDS.sleep(1);
        say("goes on");
        System.exit(0);
    }

    private static void raiseEach() throws InterruptedException {
        List<Signal> signals = List.of(SIGINT, SIGFPE, SIGTERM, SIGBREAK, SIGABRT);
        signals.forEach(Scenarios::handle);
        for (int round = 0; round < 3; round++) {
            for (Signal signal : signals) {
                Signals.raise(signal);
                awaitSeen(1);
            }
        }
        System.exit(0);
    }

    /** Watched, raised, and let go of at once: handled or defaulted, never neither. */
    private static void reopenAtOnce() throws InterruptedException {
        watch(SIGTERM);
        Signals.raise(SIGTERM);
        SignalSystem.current().orElseThrow().close();
        SignalSystem.open("windows");
        SECONDS.sleep(30);
        say("survived");
        Runtime.getRuntime().halt(98);
    }

    private static void raiseWatched(Signal signal) throws InterruptedException {
        watch(signal);
        Signals.raise(signal);
        SECONDS.sleep(30);
        say("survived");
        Runtime.getRuntime().halt(98);
    }

    private static void fpeThreads() throws InterruptedException {
        join(new Thread(() -> handle(SIGFPE), "A"));
        join(new Thread(
                () -> {
                    for (int i = 0; i < 3; i++) {
                        Signals.raise(SIGFPE);
                        SEEN.acquireUninterruptibly();
                    }
                },
                "B"));
        say("raised on B");
        Signals.handle(SIGFPE, SignalHandler.DEFAULT);
        join(new Thread(() -> Signals.raise(SIGFPE), "C"));
        say("survived");
        Runtime.getRuntime().halt(98);
    }

    private static void raiseStorm() throws InterruptedException {
        AtomicLong count = new AtomicLong();
        List<Signal> signals = List.of(SIGINT, SIGFPE, SIGTERM, SIGABRT, SIGBREAK);
        for (Signal signal : signals) {
            Signals.handle(signal, event -> {
                count.addAndGet(event.count());
                SEEN.release((int) event.count());
            });
        }
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            threads.add(new Thread(() -> {
                for (int round = 0; round < 500; round++) {
                    signals.forEach(Signals::raise);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        awaitSeen(10_000);
        say("handled " + count);
        System.exit(0);
    }

    private static void foreign() throws InterruptedException {
        CrtHandler theirs = number -> say("theirs " + number);
        var ucrt = NativeAccess.ucrt();
        ucrt.signal(15, ucrt.address(theirs));
        try {
            handle(SIGTERM);
            say("taken");
        } catch (ForeignHandlerException refused) {
            say("refused");
        }
        Signals.handle(
                SIGTERM,
                event -> {
                    say("handled " + event);
                    SEEN.release();
                },
                HandleOption.FORCE);
        Signals.raise(SIGTERM);
        awaitSeen(1);
        Signals.handle(SIGTERM, SignalHandler.DEFAULT);
        Signals.raise(SIGTERM);
        ucrt.signal(15, ucrt.address(theirs));
        say("put back");
        System.exit(0);
    }

    private static void reopen() throws InterruptedException {
        for (int i = 0; i < 20; i++) {
            handle(SIGINT);
            handle(SIGTERM);
            Signals.sendToGroup(0, SIGINT);
            awaitSeen(1);
            Signals.raise(SIGTERM);
            awaitSeen(1);
            SignalSystem.current().orElseThrow().close();
        }
        say("reopened");
        System.exit(0);
    }

    private static void groups() {
        attempt(() -> Signals.sendToGroup(1_000_000, SIGBREAK));
        attempt(() -> Signals.sendToGroup(1_000_000, SIGINT));
        attempt(() -> Signals.sendToGroup(0, SIGTERM));
        attempt(() -> Signals.send(ProcessHandle.current().pid(), SIGINT));
        System.exit(0);
    }

    private static void attempt(Runnable action) {
        try {
            action.run();
            say("accepted");
        } catch (RuntimeException refused) {
            say(refused.getClass().getSimpleName() + ": " + refused.getMessage());
        }
    }

    private static void join(Thread thread) throws InterruptedException {
        thread.start();
        thread.join();
    }
}
