/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.signals4j.HandleOption;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.SignalListener;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;
import org.signals4j.SubscribeOption;
import org.signals4j.Subscription;
import org.signals4j.posix.DataArea;
import org.signals4j.posix.HandlerPage;
import org.signals4j.posix.PageCode;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.SignalBackend;

/** What runs in a {@link ChildJvm}: the first argument names it. Says {@code ready} when it can be sent signals. */
public final class Scenarios {

    private static final Map<String, Scenario> ALL = Map.ofEntries(
            Map.entry("flood", FloodScenario::take),
            Map.entry("flood-sender", FloodScenario::send),
            Map.entry("queue-taker", QueueScenarios::take),
            Map.entry("queue-sender", QueueScenarios::send),
            Map.entry("full-queue", QueueScenarios::full),
            Map.entry("send-to", QueueScenarios::sendTo),
            Map.entry("rounds", WaitingScenarios::rounds),
            Map.entry("partner", WaitingScenarios::partner),
            Map.entry("two-waiters", WaitingScenarios::twoWaiters),
            Map.entry("held", WaitingScenarios::held),
            Map.entry("held-default", WaitingScenarios::heldDefault),
            Map.entry("selector", WaitingScenarios::selector),
            Map.entry("timeout", WaitingScenarios::timeout),
            Map.entry("mask", ThreadScenarios::mask),
            Map.entry("await-blocked", ThreadScenarios::awaitBlocked),
            Map.entry("thread-refusals", ThreadScenarios::refusals),
            Map.entry("interrupt", ThreadScenarios::interrupt),
            Map.entry("alarm", TimerScenarios::alarm),
            Map.entry("shortest-timer", TimerScenarios::shortest),
            Map.entry("periodic-timer", TimerScenarios::periodic),
            Map.entry("cpu-timer", TimerScenarios::cpu),
            Map.entry("watch", Scenarios::watch),
            Map.entry("take", Scenarios::take),
            Map.entry("system-default", Scenarios::systemDefault),
            Map.entry("close", Scenarios::closeWithDeliveriesOnTheirWay),
            Map.entry("sunmisc-handler", Scenarios::sunmiscHandler),
            Map.entry("children", Scenarios::children),
            Map.entry("exit-codes", Scenarios::exitCodes),
            Map.entry("stuck", Scenarios::stuck),
            Map.entry("describe", Scenarios::describe),
            Map.entry("busy", Scenarios::busy),
            Map.entry("storm", StormScenario::run),
            Map.entry("raise", RaiseScenario::run),
            Map.entry("overflow", OverflowScenario::run),
            Map.entry("bare-jna", Scenarios::bareJna),
            Map.entry("raise-one", Scenarios::raiseOne),
            Map.entry("start", Scenarios::start),
            Map.entry("wake", Scenarios::wake),
            Map.entry("exit", Scenarios::exit));

    /** setpgid(2), on x86-64 and aarch64. */
    private static final int SETPGID = System.getProperty("os.arch").equals("amd64") ? 109 : 154;

    private Scenarios() {}

    interface Scenario {
        void run(List<String> arguments) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> all = List.of(arguments);
        ALL.get(all.get(0)).run(all.subList(1, all.size()));
    }

    static void say(Object line) {
        System.out.println(line);
    }

    static void awaitInput() throws IOException {
        System.in.read();
    }

    static List<Signal> signals(List<String> names) {
        return names.stream().map(Signals::lookup).toList();
    }

    /**
     * Subscribes to the signals. With {@code cancel} it cancels the defaults, with {@code override} it overrides an
     * inherited ignore, with {@code group} it makes a process group for itself.
     */
    private static void watch(List<String> names) throws Exception {
        if (names.contains("group")) {
            NativeAccess.libc().syscall(SETPGID, 0, 0, 0, 0);
        }
        boolean cancel = names.contains("cancel");
        SignalListener listener = event -> {
            if (cancel) {
                event.cancelDefault();
            }
            say("event " + event);
        };
        List<Signal> signals =
                signals(names.stream().filter(each -> each.startsWith("SIG")).toList());
        Subscription subscription = names.contains("override")
                ? Signals.subscribe(signals, listener, HandleOption.OVERRIDE_IGNORED)
                : Signals.subscribe(signals, listener);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say("hook")));
        say("active " + subscription.isActive());
        say("ready");
        awaitInput();
        say("end");
    }

    /** Handles the signals, then says what is installed. */
    private static void take(List<String> names) throws Exception {
        for (Signal signal : signals(names)) {
            say("previous " + Signals.handle(signal, event -> say("event " + event)));
        }
        say("ready");
        awaitInput();
    }

    private static void systemDefault(List<String> names) throws Exception {
        for (Signal signal : signals(names)) {
            Signals.handle(signal, SignalHandler.SYSTEM_DEFAULT);
            say("now " + Signals.info(signal).disposition());
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say("hook")));
        say("ready");
        awaitInput();
    }

    /** Raises SIGTERM while its handler blocks, and closes the system: what is still on its way shuts the JVM down. */
    private static void closeWithDeliveriesOnTheirWay(List<String> none) throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        Signals.handle(StandardSignal.SIGUSR1, event -> {
            entered.countDown();
            closed.await();
        });
        Signals.subscribe(StandardSignal.SIGTERM, event -> say("event " + event));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say("hook")));
        Signals.raise(StandardSignal.SIGUSR1);
        entered.await();
        Signals.raise(StandardSignal.SIGTERM);
        Signals.system().close();
        say("closed");
        closed.countDown();
        awaitInput();
    }

    /** A user's handler of sun.misc.Signal is the default of a signal that is only watched. */
    private static void sunmiscHandler(List<String> names) throws Exception {
        Class<?> signalType = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        for (String name : names) {
            Object handler = Proxy.newProxyInstance(
                    Scenarios.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, args) -> {
                        say("sun.misc " + args[0]);
                        return null;
                    });
            Object signal = signalType.getConstructor(String.class).newInstance(name.substring(3));
            signalType.getMethod("handle", signalType, handlerType).invoke(null, signal, handler);
            Signals.subscribe(Signals.lookup(name), event -> say("event " + event));
            say("now " + Signals.info(Signals.lookup(name)).disposition());
        }
        say("ready");
        awaitInput();
    }

    /** What a child process inherits, without us and then with us. */
    private static void children(List<String> names) throws Exception {
        printChild("without");
        for (Signal signal : Signals.supported()) {
            Signals.handle(signal, event -> {}, HandleOption.FORCE);
        }
        printChild("with");
        printMappings();
        Signals.handle(StandardSignal.SIGUSR1, SignalHandler.IGNORE);
        printChild("ignore");
    }

    private static void printChild(String label) throws Exception {
        Process child = new ProcessBuilder("sh", "-c", "grep ^Sig /proc/self/status; ls -l /proc/$$/fd").start();
        String output = new String(child.getInputStream().readAllBytes());
        child.waitFor();
        for (String line : output.split("\n")) {
            if (line.startsWith("SigBlk") || line.startsWith("SigIgn")) {
                say(label + " " + line.replace("\t", " "));
            } else if (line.contains("->")) {
                // The child's own pipes have other numbers each time.
                say(label + " fd " + line.replaceFirst("^.*:\\d\\d ", "").replaceFirst(":?\\[\\d+]|/proc/.*", ""));
            }
        }
    }

    private static void printMappings() throws IOException {
        String[] page = System.getProperty("signals4j.page").split(" ");
        for (String line : Files.readAllLines(Path.of("/proc/self/maps"))) {
            String[] words = line.split("[- ]", 3);
            long from = Long.parseUnsignedLong(words[0], 16);
            long to = Long.parseUnsignedLong(words[1], 16);
            for (int i = 2; i <= 3; i++) {
                long address = Long.parseLong(page[i]);
                if (from <= address && address < to) {
                    say("mapping " + words[2].substring(0, 4));
                }
            }
        }
    }

    private static void exitCodes(List<String> none) throws Exception {
        AtomicLong events = new AtomicLong();
        Signals.subscribe(StandardSignal.SIGCHLD, event -> {
            events.incrementAndGet();
            say("event " + event.cause() + " " + event.childStatus().isPresent());
        });
        for (int code : new int[] {0, 1, 37, 255}) {
            Process child = new ProcessBuilder("sh", "-c", "exit " + code).start();
            say("exit " + code + " " + child.waitFor());
        }
        Process killed = new ProcessBuilder("sleep", "100").start();
        killed.destroyForcibly();
        say("killed " + killed.waitFor());
        say("events " + (events.get() > 0));
    }

    /** A handler is stuck until the input says so; a subscriber with an executor sees everything meanwhile. */
    private static void stuck(List<String> arguments) throws Exception {
        RealtimeSignal realtime = new RealtimeSignal(3);
        CountDownLatch go = new CountDownLatch(1);
        AtomicLong entered = new AtomicLong();
        AtomicLong standard = new AtomicLong();
        AtomicLong queued = new AtomicLong();
        AtomicLong aside = new AtomicLong();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Signals.handle(StandardSignal.SIGUSR1, event -> {
            entered.incrementAndGet();
            standard.addAndGet(event.count());
            go.await();
        });
        Signals.handle(realtime, event -> queued.incrementAndGet());
        Signals.subscribe(
                List.of(StandardSignal.SIGUSR1, realtime),
                event -> aside.addAndGet(event.count()),
                SubscribeOption.executor(executor));
        say("ready");
        awaitInput();
        awaitQuiet(aside);
        say("meanwhile " + aside.get() + " " + entered.get() + " " + queued.get());
        go.countDown();
        long seen = aside.get();
        awaitUntil(() -> standard.get() + queued.get() >= seen);
        DataArea counters = counters();
        say("page " + counters.received(10) + " " + counters.received(37) + " lost " + counters.lost(37));
        say("end " + standard.get() + " " + queued.get());
        System.exit(0);
    }

    /** Waits until a number has not changed for a while. */
    static void awaitQuiet(AtomicLong number) throws InterruptedException {
        long last = -1;
        while (last != number.get()) {
            last = number.get();
            TimeUnit.MILLISECONDS.sleep(300);
        }
    }

    interface Condition {
        boolean holds();
    }

    static void awaitUntil(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!condition.holds() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** The page of this process, found again. */
    static DataArea counters() {
        PageCode code =
                LinuxProcessor.of(System.getProperty("os.arch")).orElseThrow().page();
        return HandlerPage.get(NativeAccess.libc(), LinuxAbi.POSIX, code, () -> null, 0)
                .data();
    }

    /** Says whether the provider is available after some properties were set, and what is known of some signals. */
    private static void describe(List<String> arguments) {
        for (String each : arguments) {
            if (each.contains("=")) {
                System.setProperty(each.split("=")[0], each.split("=")[1]);
            }
        }
        List<String> names =
                arguments.stream().filter(each -> each.startsWith("SIG")).toList();
        LinuxSignalProvider provider = new LinuxSignalProvider();
        say("available " + provider.availability().isAvailable());
        say("reason " + provider.availability().reason());
        if (provider.availability().isAvailable()) {
            for (String name : names) {
                say(name + " " + Signals.info(Signals.lookup(name)));
            }
        }
    }

    /** Two busy threads for so many seconds; then the number of events of the signals that follow. */
    private static void busy(List<String> arguments) throws Exception {
        AtomicLong events = new AtomicLong();
        for (Signal signal : signals(arguments.subList(1, arguments.size()))) {
            Signals.handle(signal, event -> {
                events.addAndGet(event.count());
                say("event " + event);
            });
        }
        for (int i = 0; i < 2; i++) {
            Thread busy = new Thread(Scenarios::count);
            busy.setDaemon(true);
            busy.start();
        }
        say("ready");
        TimeUnit.SECONDS.sleep(Integer.parseInt(arguments.get(0)));
        say("events " + events.get());
    }

    private static void count() {
        double sum = 0;
        while (sum >= 0) {
            sum += Math.sqrt(sum + 1);
        }
    }

    /** A binding of JNA without us, for comparison. */
    private static void bareJna(List<String> none) {
        say("pid " + new BareBinding().getpid());
        say("path " + System.getProperty(JnaLibraryPath.PROPERTY));
    }

    /** Takes a signal, and says whether the class that starts processes was needed for that. */
    private static void start(List<String> none) throws Exception {
        Signals.handle(StandardSignal.SIGUSR1, event -> {});
        say("path " + System.getProperty(JnaLibraryPath.PROPERTY));
        // Threads that wait for children are started by that class.
        say("processes "
                + Thread.getAllStackTraces().keySet().stream()
                        .anyMatch(thread -> thread.getName().startsWith("process reaper")));
    }

    /** Raises a signal once and waits for its event. */
    private static void raiseOne(List<String> names) throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        Signals.handle(Signals.lookup(names.get(0)), event -> {
            say("event " + event);
            arrived.countDown();
        });
        Signals.raise(Signals.lookup(names.get(0)));
        arrived.await();
    }

    /** Wakes a reader that has not begun to read, and one that reads. */
    private static void wake(List<String> none) throws Exception {
        SignalBackend backend = new LinuxSignalProvider().open();
        DeliveryBatch batch = new DeliveryBatch();
        backend.wake();
        backend.wake();
        backend.receive(batch);
        say("before " + batch.size());
        Thread reader = new Thread(() -> backend.receive(batch));
        reader.start();
        TimeUnit.MILLISECONDS.sleep(100); // likely, not necessarily, it reads by now
        say("reads " + reader.isAlive());
        backend.wake();
        reader.join();
        say("during " + batch.size());
    }

    /** Opens, and returns from main. */
    private static void exit(List<String> arguments) {
        Signals.handle(StandardSignal.SIGUSR1, event -> {});
        say("done");
    }
}
