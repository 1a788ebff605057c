/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;

/**
 * Sends signals to every single thread of the JVM, its own helpers included, while other threads do what a JVM finds hard:
 * collect garbage, run into null and too deep a stack, start threads, open files. For so many seconds; then what was
 * received has to be what the page has counted.
 */
final class StormScenario {

    /** tgkill(2), on x86-64 and aarch64. */
    private static final int TGKILL = System.getProperty("os.arch").equals("amd64") ? 234 : 131;

    private StormScenario() {}

    static void run(List<String> arguments) throws Exception {
        AtomicLong standard = new AtomicLong();
        AtomicLong queued = new AtomicLong();
        RealtimeSignal realtime = new RealtimeSignal(4);
        Signals.handle(StandardSignal.SIGUSR1, event -> standard.addAndGet(event.count()));
        Signals.handle(realtime, event -> queued.incrementAndGet());
        AtomicBoolean done = new AtomicBoolean();
        List<Thread> load = new ArrayList<>();
        load.add(new Thread(() -> repeat(done, StormScenario::collect)));
        load.add(new Thread(() -> repeat(done, StormScenario::fail)));
        load.add(new Thread(() -> repeat(done, StormScenario::startThreads)));
        load.add(new Thread(() -> repeat(done, StormScenario::openFiles)));
        load.forEach(Thread::start);
        int standardNumber = Signals.number(StandardSignal.SIGUSR1);
        int realtimeNumber = Signals.number(realtime);
        int pid = NativeAccess.libc().getpid();
        long end =
                System.nanoTime() + TimeUnit.MILLISECONDS.toNanos((long) (1000 * Double.parseDouble(arguments.get(0))));
        long sent = 0;
        while (System.nanoTime() < end) {
            for (String thread : new File("/proc/self/task").list()) {
                int number = sent % 4 == 0 ? realtimeNumber : standardNumber;
                if (NativeAccess.libc().syscall(TGKILL, pid, Integer.parseInt(thread), number, 0) == 0) {
                    sent++;
                }
            }
        }
        done.set(true);
        for (Thread thread : load) {
            thread.join();
        }
        Scenarios.awaitQuiet(queued); // what waits with the kernel is counted when it is read
        Scenarios.awaitUntil(() -> standard.get() >= Scenarios.counters().received(standardNumber)
                && queued.get() >= Scenarios.counters().received(realtimeNumber));
        Scenarios.say("sent " + sent);
        Scenarios.say(
                "standard " + standard.get() + " of " + Scenarios.counters().received(standardNumber));
        Scenarios.say("realtime " + queued.get() + " of " + Scenarios.counters().received(realtimeNumber));
    }

    private interface Work {
        void run() throws Exception;
    }

    private static void repeat(AtomicBoolean done, Work work) {
        while (!done.get()) {
            try {
                work.run();
            } catch (Exception | StackOverflowError expected) {
                // That is the load.
            }
        }
    }

    private static void collect() {
        List<byte[]> some = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            some.add(new byte[10_000]);
        }
        System.gc();
    }

    private static void fail() {
        Object nothing = done(1_000);
        for (int i = 0; i < 100; i++) {
            try {
                nothing.hashCode();
            } catch (NullPointerException expected) {
                // An implicit null check, once compiled.
            }
        }
        recurse(1);
    }

    private static Object done(int n) {
        return n > 0 ? null : "";
    }

    private static int recurse(int n) {
        return recurse(n + 1) + 1;
    }

    private static void startThreads() throws InterruptedException {
        Thread thread = new Thread(() -> {});
        thread.start();
        thread.join();
    }

    private static void openFiles() throws Exception {
        File file = File.createTempFile("storm", null);
        file.delete();
    }
}
