/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.signals4j.Capability;
import org.signals4j.DefaultAction;
import org.signals4j.Disposition;
import org.signals4j.IntervalTimer;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalException;
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
import org.signals4j.testing.FakeThreads.FakeThread;

/** The platform: one lock, and a queue between those who make signals arrive and the one who reads them. */
final class FakeBackend implements SignalBackend {

    private static final int ESRCH = 3;

    private static final Set<Signal> SHUTDOWN =
            Set.of(StandardSignal.SIGHUP, StandardSignal.SIGINT, StandardSignal.SIGTERM);

    /** As the Linux provider: the JVM would take the first for its own, and its threads block the other. */
    private static final Set<Signal> RAISED_TO_PROCESS = Set.of(StandardSignal.SIGUSR2, StandardSignal.SIGQUIT);

    /** Goes with a delivery until that is settled. */
    private record Unsettled(Signal signal) {}

    private final int ownPid = (int) ProcessHandle.current().pid();
    private final int ownUid = ownUid();
    private final Set<Capability> capabilities;
    private final FakeTable table;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock.
    private final Map<Signal, FakeDisposition> dispositions = new HashMap<>();
    private final ArrivalQueue arrived = new ArrivalQueue();
    private final Set<Object> unsettled = Collections.newSetFromMap(new IdentityHashMap<>());
    private final FakeRecords records = new FakeRecords();
    private final FakeThreads threads = new FakeThreads();
    private final FakeTimers timers = new FakeTimers(lock, this::expired);
    private final Set<Signal> interrupting = new HashSet<>();
    private final Map<Signal, Long> lost = new HashMap<>();
    private final Set<Long> endedProcesses = new HashSet<>();
    private final Set<Long> endedGroups = new HashSet<>();
    private boolean woken;
    private boolean closed;

    FakeBackend(FakePlatform platform) {
        capabilities = Collections.unmodifiableSet(EnumSet.copyOf(platform.capabilities()));
        table = new FakeTable(platform);
        for (SignalSpec spec : table.all()) {
            Signal signal = spec.signal();
            dispositions.put(signal, new FakeDisposition(platform.start(signal), SHUTDOWN.contains(signal)));
        }
    }

    /** Java tells its own user only by what it owns; where that is impossible it does not matter. */
    private static int ownUid() {
        try {
            return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
            return 0;
        }
    }

    // --- what tests do and see ---

    void deliver(FakeArrival arrival) {
        table.spec(arrival.signal());
        locked(() -> arrive(arrival));
    }

    void replaceByForeign(Signal signal) {
        table.spec(signal);
        locked(() -> dispositions.get(signal).replaceByForeign());
    }

    boolean expire(IntervalTimer timer) {
        return locked(() -> timers.expire(timer));
    }

    void lose(Signal signal, long count) {
        table.spec(signal);
        locked(() -> lost.merge(signal, count, Long::sum));
    }

    void endProcess(long pid) {
        locked(() -> endedProcesses.add(pid));
    }

    void endGroup(long group) {
        locked(() -> endedGroups.add(group));
    }

    List<AppliedDefault> defaults() {
        return locked(() -> List.copyOf(records.defaults));
    }

    List<Signal> ignored() {
        return locked(() -> List.copyOf(records.ignored));
    }

    List<Signal> passedToForeign() {
        return locked(() -> List.copyOf(records.foreign));
    }

    List<SentSignal> sent() {
        return locked(() -> List.copyOf(records.sent));
    }

    Set<Signal> interrupting() {
        return locked(() -> Set.copyOf(interrupting));
    }

    void clearRecords() {
        locked(records::clear);
    }

    void disarmTimers() {
        locked(timers::disarmAll);
    }

    /** Waits until everything that arrived is settled. Returns what is not, by name, if the time is up. */
    Map<String, Integer> awaitIdle(long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long remaining = nanos;
            while (!unsettled.isEmpty() && remaining > 0) {
                remaining = changed.awaitNanos(remaining);
            }
            Map<String, Integer> open = new TreeMap<>();
            unsettled.forEach(token -> open.merge(((Unsettled) token).signal().name(), 1, Integer::sum));
            return open;
        } finally {
            lock.unlock();
        }
    }

    int unread() {
        return locked(arrived::size);
    }

    // --- arrivals ---

    /** A signal reaches the process. Called with the lock. */
    private void arrive(FakeArrival arrival) {
        Signal signal = arrival.signal();
        Disposition now = dispositions.get(signal).now();
        if (now != Disposition.CAUGHT) {
            happens(signal, now);
            return;
        }
        Unsettled token = new Unsettled(signal);
        unsettled.add(token);
        arrived.add(
                arrival.delivery(table.spec(signal).number(), capabilities.contains(Capability.SENDER), token),
                signal instanceof RealtimeSignal);
        changed.signalAll();
    }

    private void happens(Signal signal, Disposition what) {
        switch (what) {
            case IGNORED -> records.ignored.add(signal);
            case FOREIGN -> records.foreign.add(signal);
            case SYSTEM_DEFAULT -> records.defaults.add(applied(signal, Outcome.SYSTEM_DEFAULT));
            default -> records.defaults.add(applied(signal, Outcome.DEFAULT));
        }
    }

    private AppliedDefault applied(Signal signal, Outcome outcome) {
        return new AppliedDefault(signal, outcome, table.spec(signal).defaultAction());
    }

    /** A signal reaches one thread. Called with the lock. */
    private void arrive(FakeThread thread, FakeArrival arrival) {
        if (!thread.keeps(arrival)) {
            arrive(arrival);
        }
    }

    private void expired(IntervalTimer timer) {
        arrive(FakeArrival.fromKernel(timer.signal()));
    }

    private FakeArrival ownArrival(Signal signal, SignalCause cause) {
        return FakeArrival.of(signal).cause(cause).from(ownPid, ownUid);
    }

    /** What {@code kill} of this process makes; a real-time signal is always queued. */
    private FakeArrival killed(Signal signal) {
        FakeArrival plain = ownArrival(signal, SignalCause.USER);
        return signal instanceof RealtimeSignal ? plain.value(0) : plain;
    }

    // --- the platform ---

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public List<SignalSpec> signals() {
        return table.all();
    }

    @Override
    public Disposition disposition(Signal signal) {
        return locked(() -> seen(dispositions.get(signal)));
    }

    /** Without a kernel to ask, only what was changed here is known. */
    private Disposition seen(FakeDisposition disposition) {
        if (capabilities.contains(Capability.KERNEL_STATE)) {
            return disposition.now();
        }
        return disposition.isChanged() ? disposition.ours() : Disposition.UNKNOWN;
    }

    @Override
    public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
        return locked(() -> {
            FakeDisposition disposition = dispositions.get(signal);
            if (!capabilities.contains(Capability.OVERRIDE_IGNORED)
                    && flags.contains(InstallFlag.OVERRIDE_IGNORED)
                    && disposition.isInheritedIgnore()
                    && wanted == Disposition.CAUGHT) {
                throw new UnsupportedOperationException("this fake platform cannot take " + signal.name()
                        + ", which was ignored before: it lacks the capability OVERRIDE_IGNORED");
            }
            Disposition now = disposition.install(wanted, flags);
            discardIfNothingHappens(signal, now);
            return now;
        });
    }

    @Override
    public Disposition restore(Signal signal) {
        return locked(() -> {
            Disposition now = dispositions.get(signal).restore();
            discardIfNothingHappens(signal, now);
            return now;
        });
    }

    private void discardIfNothingHappens(Signal signal, Disposition now) {
        boolean defaults = now == Disposition.DEFAULT || now == Disposition.SYSTEM_DEFAULT;
        if (now == Disposition.IGNORED || (defaults && table.spec(signal).defaultAction() == DefaultAction.IGNORE)) {
            threads.discard(signal);
        }
    }

    @Override
    public void receive(DeliveryBatch batch) {
        locked(() -> {
            while (!woken && !closed && !arrived.hasFor(batch)) {
                changed.awaitUninterruptibly();
            }
            woken = false;
            arrived.moveTo(batch);
        });
    }

    @Override
    public void wake() {
        locked(() -> {
            woken = true;
            changed.signalAll();
        });
    }

    @Override
    public void settle(Delivery delivery, Outcome outcome) {
        locked(() -> {
            Signal signal = table.signal(delivery.number());
            if (outcome == Outcome.DEFAULT) {
                happens(signal, dispositions.get(signal).before());
            } else if (outcome == Outcome.SYSTEM_DEFAULT) {
                happens(signal, Disposition.SYSTEM_DEFAULT);
            }
            unsettled.remove(delivery.token());
            changed.signalAll();
        });
    }

    @Override
    public void raise(Signal signal) {
        require(Capability.RAISE, "raise");
        locked(() -> {
            if (signal instanceof RealtimeSignal || RAISED_TO_PROCESS.contains(signal)) {
                arrive(killed(signal));
            } else {
                arrive(threads.current(), ownArrival(signal, SignalCause.THREAD));
            }
        });
    }

    @Override
    public void send(int pid, Signal signal) {
        require(Capability.SEND, "send");
        locked(() -> {
            refuseEnded(endedProcesses, pid, "kill(" + pid + ", " + signal.name() + ")");
            records.sent.add(SentSignal.toProcess(pid, signal));
            if (pid == ownPid) {
                arrive(killed(signal));
            }
        });
    }

    @Override
    public void sendToGroup(int group, Signal signal) {
        require(Capability.SEND_GROUP, "sendToGroup");
        locked(() -> {
            refuseEnded(endedGroups, group, "killpg(" + group + ", " + signal.name() + ")");
            records.sent.add(SentSignal.toGroup(group, signal));
        });
    }

    @Override
    public void queue(int pid, Signal signal, long value) {
        require(Capability.QUEUE, "queue");
        locked(() -> {
            refuseEnded(endedProcesses, pid, "sigqueue(" + pid + ", " + signal.name() + ", " + value + ")");
            records.sent.add(SentSignal.queued(pid, signal, value));
            if (pid == ownPid) {
                arrive(ownArrival(signal, SignalCause.QUEUE).value(value));
            }
        });
    }

    private static void refuseEnded(Set<Long> ended, long id, String operation) {
        if (ended.contains(id)) {
            throw noSuch(operation);
        }
    }

    private static SignalException noSuch(String operation) {
        return new SignalException(operation, ESRCH, "ESRCH", "there is no such process, group or thread");
    }

    @Override
    public int currentThread() {
        require(Capability.THREAD_TARGET, "currentThread");
        return locked(() -> threads.current().id());
    }

    @Override
    public void sendToThread(int thread, Signal signal) {
        require(Capability.THREAD_TARGET, "sendToThread");
        if (signal == StandardSignal.SIGUSR2) {
            throw new UnsupportedOperationException("SIGUSR2 cannot be sent to a thread: the JVM suspends its threads"
                    + " with it and would take it for its own; send it to the process");
        }
        locked(() -> {
            FakeThread target =
                    threads.alive(thread).orElseThrow(() -> noSuch("tgkill(" + thread + ", " + signal.name() + ")"));
            records.sent.add(SentSignal.toThread(thread, signal));
            arrive(target, ownArrival(signal, SignalCause.THREAD));
        });
    }

    @Override
    public Set<Signal> mask(MaskChange how, Set<Signal> signals) {
        require(Capability.THREAD_MASK, "mask");
        return locked(() -> {
            FakeThread thread = threads.current();
            Set<Signal> before = inOrder(thread.mask());
            thread.change(how, signals).forEach(this::arrive);
            return before;
        });
    }

    @Override
    public Set<Signal> pending() {
        require(Capability.PENDING, "pending");
        return locked(() -> inOrder(threads.current().pending()));
    }

    private Set<Signal> inOrder(Collection<Signal> signals) {
        Set<Signal> ordered = new LinkedHashSet<>();
        for (SignalSpec spec : table.all()) {
            if (signals.contains(spec.signal())) {
                ordered.add(spec.signal());
            }
        }
        return ordered;
    }

    @Override
    public TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
        require(Capability.TIMERS, "setTimer");
        return locked(() -> timers.set(timer, setting));
    }

    @Override
    public TimerSetting timer(IntervalTimer timer) {
        require(Capability.TIMERS, "timer");
        return locked(() -> timers.get(timer));
    }

    @Override
    public void interrupt(Signal signal, boolean interrupt) {
        require(Capability.INTERRUPT, "interrupt");
        locked(() -> interrupt ? interrupting.add(signal) : interrupting.remove(signal));
    }

    @Override
    public SignalCounters counters(Signal signal) {
        return locked(() -> new SignalCounters(0, 0, lost.getOrDefault(signal, 0L)));
    }

    @Override
    public void close() {
        locked(() -> {
            closed = true;
            timers.close();
            changed.signalAll();
        });
    }

    private void require(Capability capability, String operation) {
        if (!capabilities.contains(capability)) {
            throw new UnsupportedOperationException(operation + " needs the capability " + capability);
        }
    }

    private void locked(Runnable action) {
        lock.lock();
        try {
            action.run();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
