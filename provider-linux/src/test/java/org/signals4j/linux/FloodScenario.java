/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalEvent;
import org.signals4j.SignalException;
import org.signals4j.SignalStatistics;
import org.signals4j.Signals;

/** Both ends of a flood of values: who takes them and checks that each comes once, and who sends them. */
final class FloodScenario {

    static final Signal SIGNAL = new RealtimeSignal(2);

    /** F_SETPIPE_SZ. */
    private static final int SET_PIPE_SIZE = 1031;

    private static final long PATIENCE_SECONDS = 20;

    private final int count;
    private final long stuckMillis;
    private final CountDownLatch done = new CountDownLatch(1);
    private final BitSet seen = new BitSet();

    // Written by the dispatch thread alone.
    private volatile long events;
    private int duplicates;
    private long first;
    private long last;

    private FloodScenario(int count, long stuckMillis) {
        this.count = count;
        this.stuckMillis = stuckMillis;
    }

    /**
     * Takes the values 0 to {@code count - 1}. Arguments: the count; the size of the pipe in bytes, or 0 for the default;
     * for how many milliseconds the handler is stuck with the first one. Says what arrived when all has, or nothing does
     * any more.
     */
    static void take(List<String> arguments) throws Exception {
        new FloodScenario(Integer.parseInt(arguments.get(0)), Long.parseLong(arguments.get(2)))
                .take(Integer.parseInt(arguments.get(1)));
    }

    private void take(int pipeSize) throws Exception {
        Signals.handle(SIGNAL, this::arrived);
        setPipeSize(pipeSize);
        Map<Integer, String> masks = ThreadScenarios.masks();
        Scenarios.say("ready");
        long before;
        do {
            before = events;
        } while (!done.await(PATIENCE_SECONDS, TimeUnit.SECONDS) && events != before);
        int overflowed = ThreadScenarios.changes(masks).size();
        Map<Integer, String> others = otherChanges(masks);
        // qemu blocks everything on a thread for moments, while it does something for it: look until there was none.
        for (int again = 0; Emulated.BY_QEMU && !others.isEmpty() && again < 100; again++) {
            others = otherChanges(masks);
        }
        Scenarios.say("other masks " + others);
        SignalStatistics statistics = Signals.statistics(SIGNAL);
        Scenarios.say(String.format(
                "result arrived=%d duplicates=%d received=%d missed=%d lost=%d",
                seen.cardinality(), duplicates, statistics.received(), statistics.missed(), statistics.lost()));
        Scenarios.say(String.format(
                "speed perSecond=%d overflowed=%d threads=%d cpuMillis=%d",
                TimeUnit.SECONDS.toNanos(1) * events / Math.max(1, last - first),
                statistics.overflowed(),
                overflowed,
                ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis()));
    }

    private void arrived(SignalEvent event) throws InterruptedException {
        if (events == 0) {
            first = System.nanoTime();
            Thread.sleep(stuckMillis);
        }
        int value = event.value().orElseThrow();
        duplicates += seen.get(value) ? 1 : 0;
        seen.set(value);
        events++;
        if (events - duplicates == count) {
            last = System.nanoTime();
            done.countDown();
        }
    }

    /** What has changed since, but for the one bit that a thread may have got. */
    private static Map<Integer, String> otherChanges(Map<Integer, String> masks) throws IOException {
        Map<Integer, String> changes = ThreadScenarios.changes(masks);
        long bit = 1L << (Emulated.inProc(Signals.number(SIGNAL)) - 1);
        changes.entrySet().removeIf(now -> (bits(masks.get(now.getKey())) | bit) == bits(now.getValue()));
        return changes;
    }

    private static long bits(String mask) {
        return Long.parseUnsignedLong(mask, 16);
    }

    private static void setPipeSize(int size) {
        String page = System.getProperty("signals4j.page");
        int writeEnd = Integer.parseInt(page.substring(page.lastIndexOf(' ') + 1));
        if (size > 0 && NativeAccess.libc().fcntl(writeEnd, SET_PIPE_SIZE, size) != size) {
            throw new IllegalStateException("F_SETPIPE_SZ " + size);
        }
    }

    /** Sends values as fast as it can, and again what the kernel had no room for. Arguments: the process, the count. */
    static void send(List<String> arguments) {
        long pid = Long.parseLong(arguments.get(0));
        int count = Integer.parseInt(arguments.get(1));
        long refused = 0;
        for (int value = 0; value < count; ) {
            try {
                Signals.queue(pid, SIGNAL, value);
                value++;
            } catch (SignalException full) {
                if (!full.errnoName().equals("EAGAIN")) {
                    throw full;
                }
                refused++;
                Thread.yield();
            }
        }
        Scenarios.say("sent, refused=" + refused);
    }
}
