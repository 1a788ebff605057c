/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.signals4j.linux.Scenarios.say;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.signals4j.PendingSignal;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;
import org.signals4j.ThreadMask;
import org.signals4j.ThreadTarget;
import org.signals4j.posix.NativeBuffer;

/** What concerns single threads: masks, signals for one thread, system calls that are interrupted. */
final class ThreadScenarios {

    static final RealtimeSignal REALTIME = new RealtimeSignal(3);

    private static final String BLOCKED = "SigBlk:";

    private ThreadScenarios() {}

    /** The signal masks of all threads by thread, as the kernel prints them. */
    static Map<Integer, String> masks() throws IOException {
        Map<Integer, String> masks = new TreeMap<>();
        try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
            for (Path thread : threads.toList()) {
                for (String line : status(thread)) {
                    if (line.startsWith(BLOCKED)) {
                        int id = Integer.parseInt(thread.getFileName().toString());
                        masks.put(id, line.substring(BLOCKED.length()).strip());
                    }
                }
            }
        }
        return masks;
    }

    private static List<String> status(Path thread) throws IOException {
        try {
            return Files.readAllLines(thread.resolve("status"));
        } catch (NoSuchFileException | UncheckedIOException ended) {
            return List.of();
        } catch (IOException e) {
            if (Files.exists(thread)) {
                throw e;
            }
            return List.of(); // it ended while it was read
        }
    }

    /** What has another mask now. Threads that have come or gone meanwhile do not count. */
    static Map<Integer, String> changes(Map<Integer, String> before) throws IOException {
        Map<Integer, String> changes = masks();
        changes.keySet().retainAll(before.keySet());
        changes.entrySet().removeIf(now -> now.getValue().equals(before.get(now.getKey())));
        return changes;
    }

    private static void onThread(Task task) throws Exception {
        FutureTask<Void> future = new FutureTask<>(() -> {
            task.run();
            return null;
        });
        new Thread(future, "asker").start();
        future.get();
    }

    interface Task {
        void run() throws Exception;
    }

    /** A thread blocks two signals, is sent each of them twice, and unblocks them. */
    static void mask(List<String> none) throws Exception {
        Semaphore arrived = new Semaphore(0);
        for (Signal signal : List.of(StandardSignal.SIGUSR1, REALTIME)) {
            Signals.handle(signal, event -> {
                say("event " + event);
                arrived.release();
            });
        }
        Map<Integer, String> before = masks();
        onThread(() -> {
            ThreadMask mask = Signals.threadMask();
            Set<Signal> first = mask.block(List.of(StandardSignal.SIGUSR1, REALTIME));
            say("before " + first);
            say("blocked " + mask.blocked());
            ThreadTarget me = ThreadTarget.current();
            say("kernel " + masks().get(me.id()));
            for (int i = 0; i < 2; i++) {
                Signals.sendToThread(me, StandardSignal.SIGUSR1);
                Signals.sendToThread(me, REALTIME);
            }
            say("pending "
                    + Signals.pending().stream().map(PendingSignal::signal).toList());
            say("others " + changes(before));
            say("permits " + arrived.availablePermits());
            mask.set(first);
            say("after " + mask.blocked());
        });
        arrived.acquire(3);
        say("left " + Signals.pending());
        say("end " + changes(before));
    }

    /** A thread waits for what it has blocked: what is pending is taken, and the mask is as it was. */
    static void awaitBlocked(List<String> none) throws Exception {
        onThread(() -> {
            Signals.threadMask().block(List.of(StandardSignal.SIGUSR1));
            try (var hold = Signals.hold(StandardSignal.SIGUSR1)) {
                Signals.sendToThread(ThreadTarget.current(), StandardSignal.SIGUSR1);
                say("pending " + Signals.pending().size());
                say("event "
                        + Signals.system().await(hold.signals(), Duration.ZERO).orElseThrow());
            }
            say("blocked " + Signals.threadMask().blocked());
        });
    }

    /** Sends what is refused, and to whom is not there. Arguments: a signal that is refused, one that is not. */
    static void refusals(List<String> names) throws Exception {
        Signal suspend = Signals.lookup(names.get(0));
        Signal other = Signals.lookup(names.get(1));
        Semaphore arrived = new Semaphore(0);
        Signals.handle(suspend, event -> say("event " + event));
        Signals.handle(other, event -> arrived.release());
        attempt("suspend", () -> Signals.sendToThread(ThreadTarget.current(), suspend));
        Signals.sendToThread(ThreadTarget.current(), other);
        arrived.acquire();
        int[] ended = new int[1];
        onThread(() -> ended[0] = ThreadTarget.current().id());
        while (Files.exists(Path.of("/proc/self/task/" + ended[0]))) {
            Thread.onSpinWait();
        }
        attempt("ended", () -> Signals.sendToThread(new ThreadTarget(ended[0]), other));
        int parent = (int) ProcessHandle.current().parent().orElseThrow().pid();
        attempt("parent", () -> Signals.sendToThread(new ThreadTarget(parent), other));
    }

    static void attempt(String what, Task task) throws Exception {
        try {
            task.run();
            say(what + " done");
        } catch (RuntimeException refused) {
            say(what + " " + refused);
        }
    }

    /** Reads an empty pipe while signals come: with and without interruption, and across another installation. */
    static void interrupt(List<String> none) throws Exception {
        LinuxLibC libc = NativeAccess.libc();
        NativeBuffer ends = NativeBuffer.allocate(2 * Integer.BYTES);
        libc.pipe2(ends.address(), LinuxAbi.CLOSE_ON_EXEC);
        NativeBuffer room = NativeBuffer.allocate(1);
        Semaphore arrived = new Semaphore(0);
        Signal signal = StandardSignal.SIGUSR1;
        Signals.siginterrupt(signal, true); // before there is a handler
        Signals.handle(signal, event -> arrived.release());
        for (boolean interrupt : List.of(true, false, true)) {
            Signals.siginterrupt(signal, interrupt);
            FutureTask<ThreadTarget> target = new FutureTask<>(ThreadTarget::current);
            FutureTask<Long> read = new FutureTask<>(() -> {
                long length = libc.read(ends.bytes().getInt(0), room.address(), 1);
                return length < 0 ? -libc.errno() : length;
            });
            Thread reader = new Thread(() -> {
                target.run();
                read.run();
            });
            reader.start();
            int sent = 0;
            do {
                awaitSleep(target.get());
                Signals.sendToThread(target.get(), signal);
                arrived.acquire();
                sent++;
                if (interrupt) {
                    reader.join(100);
                }
            } while (interrupt ? reader.isAlive() : sent < 20);
            if (!interrupt) {
                libc.write(ends.bytes().getInt(Integer.BYTES), room.address(), 1);
            }
            say("interrupt=" + interrupt + " read=" + read.get());
            Signals.handle(signal, SignalHandler.DEFAULT);
            Signals.handle(signal, event -> arrived.release()); // as was said before
        }
    }

    /** Waits until a thread sleeps in a system call; gone is all right. */
    private static void awaitSleep(ThreadTarget thread) throws IOException {
        Path stat = Path.of("/proc/self/task/" + thread.id() + "/stat");
        while (Files.exists(stat)) {
            try {
                String line = Files.readString(stat);
                if (line.charAt(line.lastIndexOf(')') + 2) == 'S') {
                    return;
                }
            } catch (IOException ended) {
                return;
            }
        }
    }
}
