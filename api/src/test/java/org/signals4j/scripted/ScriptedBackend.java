/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.scripted;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.signals4j.Capability;
import org.signals4j.DefaultAction;
import org.signals4j.Disposition;
import org.signals4j.IntervalTimer;
import org.signals4j.PlatformSignal;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.StandardSignal;
import org.signals4j.TimerSetting;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.MaskChange;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalCounters;
import org.signals4j.spi.SignalSpec;

/** A platform in memory: tests say what it was like before, what arrives, and look at what was asked of it. */
public final class ScriptedBackend implements SignalBackend {

    public static final int SIGRTMIN = 34;
    public static final int SIGRTMAX = 64;

    private final Set<Capability> capabilities = EnumSet.complementOf(EnumSet.of(Capability.CONSOLE_GROUP));
    private final Map<Signal, Disposition> original = new HashMap<>();
    private final Map<Signal, Disposition> now = new HashMap<>();
    private final ArrayDeque<Delivery> arrived = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private final List<Settled> settled = new ArrayList<>();
    private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
    private final List<Integer> rooms = new ArrayList<>();
    private final Set<Signal> blocked = new LinkedHashSet<>();
    private final Set<Signal> pending = new LinkedHashSet<>();
    private final Map<IntervalTimer, TimerSetting> timers = new EnumMap<>(IntervalTimer.class);
    private RuntimeException refusal;
    private Signal refused;
    private final Set<Signal> changed = new LinkedHashSet<>();
    private Runnable afterInstall = () -> {};
    private Runnable afterEmptyRead = () -> {};
    private Runnable beforeWake = () -> {};
    private Executor unblocking = Runnable::run;
    private int failingReads;
    private int failingSettles;
    private boolean woken;
    private boolean readerWaits;
    private boolean closed;
    private boolean realtimeHeld;

    /** How a delivery ended. */
    public record Settled(int number, Outcome outcome, Delivery delivery) {}

    // --- the script ---

    public synchronized ScriptedBackend without(Capability... absent) {
        capabilities.removeAll(List.of(absent));
        return this;
    }

    /** Makes it a platform where group 0 means the processes that share the console. */
    public synchronized ScriptedBackend withConsoleGroup() {
        capabilities.add(Capability.CONSOLE_GROUP);
        return this;
    }

    /** Says what the process does with a signal before signals4j comes. */
    public synchronized ScriptedBackend startsWith(Signal signal, Disposition disposition) {
        original.put(signal, disposition);
        now.put(signal, disposition);
        return this;
    }

    /** Somebody else changes a disposition behind our back. */
    public synchronized void replacedBySomebody(Signal signal) {
        now.put(signal, Disposition.FOREIGN);
    }

    /** The next installation or restoring of a signal is refused by the system. */
    public synchronized void refuse(Signal signal, RuntimeException why) {
        refused = signal;
        refusal = why;
    }

    /** Something happens right after a signal was installed, before the caller knows. */
    public synchronized void afterInstall(Runnable what) {
        afterInstall = what;
    }

    /** Something happens once, right after a read that found nothing. */
    public synchronized void afterEmptyRead(Runnable what) {
        afterEmptyRead = what;
    }

    /** What is settled next is noted, and fails all the same. */
    public synchronized void failSettles(int times) {
        failingSettles = times;
    }

    /** What was pending is delivered by this once it is unblocked. */
    public synchronized void unblockBy(Executor executor) {
        unblocking = executor;
    }

    /** Something happens once, right before the reader is woken. */
    public synchronized void beforeWake(Runnable what) {
        beforeWake = what;
    }

    public synchronized void failReads(int times) {
        failingReads = times;
        notifyAll();
    }

    public void deliver(Signal signal) {
        deliver(detailed(signal, SignalCause.USER, 4711, 1000));
    }

    public void deliver(Signal... signals) {
        synchronized (this) {
            for (Signal signal : signals) {
                deliver(signal);
            }
        }
    }

    public synchronized void deliver(Delivery delivery) {
        arrived.add(delivery);
        notifyAll();
    }

    public static Delivery detailed(Signal signal, SignalCause cause, int pid, int uid) {
        return new Delivery(numberOf(signal), cause, 0, pid, uid, false, 0, 0, 1, null);
    }

    public static Delivery queued(Signal signal, long value) {
        return new Delivery(numberOf(signal), SignalCause.QUEUE, -1, 4711, 0, true, value, 0, 1, null);
    }

    public static Delivery withToken(Signal signal, Object token) {
        return new Delivery(numberOf(signal), SignalCause.USER, 0, 1, 0, false, 0, 0, 1, token);
    }

    // --- what came of it ---

    public synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    public synchronized List<Settled> settled() {
        return List.copyOf(settled);
    }

    public synchronized int outcomes(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    public synchronized int unread() {
        return arrived.size();
    }

    /** Whether everything that was delivered has been dealt with, as far as the reader deals with it. */
    public synchronized boolean isDrained() {
        return readerWaits && arrived.isEmpty() && !woken;
    }

    public synchronized boolean isClosed() {
        return closed;
    }

    /** Whether a read was told that there is no room for real-time signals. */
    public synchronized boolean sawFullRoom() {
        return rooms.contains(0);
    }

    // --- the platform ---

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    public static int numberOf(Signal signal) {
        return signals0().stream()
                .filter(spec -> spec.signal().equals(signal))
                .mapToInt(SignalSpec::number)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public List<SignalSpec> signals() {
        return signals0();
    }

    private static List<SignalSpec> signals0() {
        return TABLE;
    }

    private static final List<SignalSpec> TABLE = table();

    private static List<SignalSpec> table() {
        List<SignalSpec> specs = new ArrayList<>();
        for (StandardSignal signal : StandardSignal.values()) {
            SignalSpec spec =
                    SignalSpec.free(signal, signal.ordinal() + 1, "text of " + signal.name(), DefaultAction.TERMINATE);
            specs.add(
                    switch (signal) {
                        case SIGKILL, SIGSTOP -> spec.reservedFor("the kernel", "it cannot be caught");
                        case SIGSEGV -> spec.reservedFor("the JVM", "it checks for null with it");
                        case SIGCHLD -> spec.notIgnorable("java.lang.Process", "exit codes would be lost");
                        case SIGTERM -> spec.ownedBy("the JVM (shutdown)");
                        default -> spec;
                    });
        }
        specs.add(SignalSpec.free(PlatformSignal.SIGPWR, 30, "Power failure", DefaultAction.TERMINATE));
        for (int number = SIGRTMIN; number <= SIGRTMAX; number++) {
            RealtimeSignal signal = new RealtimeSignal(number - SIGRTMIN);
            specs.add(SignalSpec.free(signal, number, "Real-time signal " + signal.offset(), DefaultAction.TERMINATE));
        }
        return List.copyOf(specs);
    }

    @Override
    public synchronized Disposition disposition(Signal signal) {
        return now.getOrDefault(signal, Disposition.DEFAULT);
    }

    @Override
    public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
        Disposition now = change(signal, wanted, flags);
        Runnable what;
        synchronized (this) {
            what = afterInstall;
        }
        what.run();
        return now;
    }

    private synchronized Disposition change(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
        calls.add("install " + signal.name() + " " + wanted + (flags.isEmpty() ? "" : " " + flags));
        failIfRefused(signal);
        Disposition before = disposition(signal);
        if (before == Disposition.FOREIGN && !flags.contains(InstallFlag.FORCE)) {
            return before;
        }
        if (before == Disposition.IGNORED
                && wanted == Disposition.CAUGHT
                && !changed.contains(signal)
                && !flags.contains(InstallFlag.OVERRIDE_IGNORED)) {
            return before;
        }
        now.put(signal, wanted);
        changed.add(signal);
        return wanted;
    }

    private void failIfRefused(Signal signal) {
        if (signal.equals(refused)) {
            RuntimeException why = refusal;
            refused = null;
            throw why;
        }
    }

    @Override
    public synchronized Disposition restore(Signal signal) {
        calls.add("restore " + signal.name());
        failIfRefused(signal);
        changed.remove(signal);
        if (disposition(signal) != Disposition.FOREIGN) {
            now.put(signal, original.getOrDefault(signal, Disposition.DEFAULT));
        }
        return disposition(signal);
    }

    @Override
    public synchronized void receive(DeliveryBatch batch) {
        rooms.add(batch.realtimeRoom());
        realtimeHeld = batch.realtimeRoom() == 0;
        while (nextReadable() == null && !woken && failingReads == 0) {
            try {
                readerWaits = true;
                wait();
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        readerWaits = false;
        woken = false;
        if (failingReads > 0) {
            failingReads--;
            throw new IllegalStateException("scripted failure of a read");
        }
        int room = batch.realtimeRoom();
        for (Delivery next = nextReadable(); next != null; next = nextReadable()) {
            arrived.remove(next);
            batch.add(next);
            if (next.number() >= SIGRTMIN && --room == 0) {
                realtimeHeld = true;
            }
        }
        if (batch.size() == 0) {
            Runnable what = afterEmptyRead;
            afterEmptyRead = () -> {};
            what.run();
        }
    }

    @Override
    public Optional<String> insteadOf(Capability absent) {
        return Optional.of("use the script in place of " + absent);
    }

    private Delivery nextReadable() {
        if (!realtimeHeld) {
            return arrived.peek();
        }
        return arrived.stream()
                .filter(each -> each.number() < SIGRTMIN)
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized void wake() {
        Runnable what = beforeWake;
        beforeWake = () -> {};
        what.run();
        woken = true;
        notifyAll();
    }

    @Override
    public synchronized void settle(Delivery delivery, Outcome outcome) {
        settled.add(new Settled(delivery.number(), outcome, delivery));
        outcomes.merge(outcome, 1, Integer::sum);
        if (failingSettles > 0) {
            failingSettles--;
            throw new IllegalStateException("scripted failure to settle");
        }
    }

    @Override
    public synchronized void raise(Signal signal) {
        calls.add("raise " + signal.name());
        deliver(detailed(signal, SignalCause.THREAD, 42, 0));
    }

    @Override
    public synchronized void send(int pid, Signal signal) {
        calls.add("send " + pid + " " + signal.name());
    }

    @Override
    public synchronized void sendToGroup(int group, Signal signal) {
        calls.add("sendToGroup " + group + " " + signal.name());
    }

    @Override
    public synchronized void queue(int pid, Signal signal, long value) {
        calls.add("queue " + pid + " " + signal.name() + " " + value);
    }

    @Override
    public int currentThread() {
        return 77;
    }

    @Override
    public synchronized void sendToThread(int thread, Signal signal) {
        calls.add("sendToThread " + thread + " " + signal.name());
    }

    /** The one mask there is; unblocking delivers what is pending, as a kernel does. */
    @Override
    public synchronized Set<Signal> mask(MaskChange how, Set<Signal> signals) {
        Set<Signal> before = new LinkedHashSet<>(blocked);
        switch (how) {
            case BLOCK -> blocked.addAll(signals);
            case UNBLOCK -> blocked.removeAll(signals);
            case SET -> {
                blocked.clear();
                blocked.addAll(signals);
            }
        }
        if (!before.equals(blocked)) {
            calls.add("mask " + blocked);
        }
        List<Signal> free =
                pending.stream().filter(signal -> !blocked.contains(signal)).toList();
        free.forEach(signal -> {
            pending.remove(signal);
            unblocking.execute(() -> deliver(signal));
        });
        return before;
    }

    /** The kernel gets a signal that is blocked. */
    public synchronized void sendBlocked(Signal signal) {
        pending.add(signal);
    }

    @Override
    public synchronized Set<Signal> pending() {
        return new LinkedHashSet<>(pending);
    }

    @Override
    public synchronized TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
        calls.add("setTimer " + timer + " " + setting.delay() + " " + setting.period());
        TimerSetting before = timer(timer);
        timers.put(timer, setting);
        return before;
    }

    @Override
    public synchronized TimerSetting timer(IntervalTimer timer) {
        return timers.getOrDefault(timer, TimerSetting.OFF);
    }

    @Override
    public synchronized void interrupt(Signal signal, boolean interrupt) {
        calls.add("interrupt " + signal.name() + " " + interrupt);
    }

    @Override
    public SignalCounters counters(Signal signal) {
        return new SignalCounters(3, 2, 1);
    }

    @Override
    public synchronized void close() {
        calls.add("close");
        closed = true;
    }
}
