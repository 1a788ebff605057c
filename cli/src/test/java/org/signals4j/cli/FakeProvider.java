/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.signals4j.DefaultAction.IGNORE;
import static org.signals4j.DefaultAction.STOP;
import static org.signals4j.DefaultAction.TERMINATE;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.signals4j.Capability;
import org.signals4j.DefaultAction;
import org.signals4j.Disposition;
import org.signals4j.PlatformSignal;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalException;
import org.signals4j.StandardSignal;
import org.signals4j.spi.Availability;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalCounters;
import org.signals4j.spi.SignalProvider;
import org.signals4j.spi.SignalSpec;

/** A platform of a few signals in memory, which does what a test has told it. */
final class FakeProvider implements SignalProvider, SignalBackend {

    /** A process that is there; sending to any other fails. No real process can have the number, should a test err. */
    static final int LIVING = 2_000_000_001;

    private static final Delivery NOTHING = Delivery.withoutDetail(1, 1);

    final Set<Capability> capabilities = EnumSet.complementOf(EnumSet.of(Capability.CONSOLE_GROUP));
    final Map<Signal, Disposition> dispositions = new HashMap<>();
    final List<String> sent = new CopyOnWriteArrayList<>();
    final List<Outcome> outcomes = new CopyOnWriteArrayList<>();

    /** Delivered by the installation of its signal, and so before the program can be ready. */
    Delivery early;

    /** How many times the receiver's queue is full. */
    int fullQueues;

    private final BlockingQueue<Delivery> deliveries = new LinkedBlockingQueue<>();

    void deliver(int number, int count) {
        deliver(Delivery.withoutDetail(number, count));
    }

    void deliver(Delivery delivery) {
        deliveries.add(delivery);
    }

    /** The signals that are caught, by name and in the order of their numbers. */
    synchronized List<String> caught() {
        return signals().stream()
                .map(SignalSpec::signal)
                .filter(signal -> disposition(signal) == Disposition.CAUGHT)
                .map(Signal::name)
                .toList();
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public int priority() {
        return 99;
    }

    @Override
    public Availability availability() {
        return Availability.available("it is only a test");
    }

    @Override
    public SignalBackend open() {
        return this;
    }

    @Override
    public Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public List<SignalSpec> signals() {
        List<SignalSpec> specs = new ArrayList<>();
        specs.add(spec(StandardSignal.SIGHUP, 1, "Hangup", TERMINATE).ownedBy("the JVM (shutdown)"));
        specs.add(spec(StandardSignal.SIGINT, 2, "Interrupt", TERMINATE).ownedBy("the JVM (shutdown)"));
        specs.add(
                spec(StandardSignal.SIGKILL, 9, "Killed", TERMINATE).reservedFor("the kernel", "nobody can catch it"));
        specs.add(spec(StandardSignal.SIGUSR1, 10, "User defined signal 1", TERMINATE));
        specs.add(spec(StandardSignal.SIGUSR2, 12, "User defined signal 2", TERMINATE));
        specs.add(spec(StandardSignal.SIGPIPE, 13, "Broken pipe", TERMINATE));
        specs.add(spec(StandardSignal.SIGTERM, 15, "Terminated", TERMINATE));
        specs.add(spec(StandardSignal.SIGCHLD, 17, "Child exited", IGNORE));
        specs.add(spec(StandardSignal.SIGTSTP, 20, "Stopped", STOP));
        specs.add(spec(StandardSignal.SIGTTIN, 21, "Stopped (tty input)", STOP));
        specs.add(spec(StandardSignal.SIGTTOU, 22, "Stopped (tty output)", STOP));
        specs.add(spec(StandardSignal.SIGVTALRM, 26, "Virtual timer expired", TERMINATE));
        specs.add(spec(StandardSignal.SIGPROF, 27, "Profiling timer expired", TERMINATE));
        specs.add(spec(PlatformSignal.SIGPWR, 30, "Power failure", TERMINATE));
        specs.add(spec(new RealtimeSignal(0), 34, "Real-time signal 0", TERMINATE));
        specs.add(spec(new RealtimeSignal(1), 35, "Real-time signal 1", TERMINATE));
        return specs;
    }

    private static SignalSpec spec(Signal signal, int number, String description, DefaultAction action) {
        return SignalSpec.free(signal, number, description, action);
    }

    @Override
    public synchronized Disposition disposition(Signal signal) {
        return dispositions.getOrDefault(signal, Disposition.DEFAULT);
    }

    @Override
    public synchronized Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
        Disposition now = disposition(signal);
        if (now == Disposition.IGNORED && !flags.contains(InstallFlag.OVERRIDE_IGNORED)
                || now == Disposition.FOREIGN && !flags.contains(InstallFlag.FORCE)) {
            return now;
        }
        dispositions.put(signal, wanted);
        if (early != null && signal == StandardSignal.SIGUSR1) {
            deliveries.add(early);
        }
        return wanted;
    }

    @Override
    public synchronized Disposition restore(Signal signal) {
        dispositions.remove(signal);
        return Disposition.DEFAULT;
    }

    @Override
    public void receive(DeliveryBatch batch) {
        try {
            Delivery first = deliveries.take();
            if (first != NOTHING) {
                batch.add(first);
            }
        } catch (InterruptedException nobodyShould) {
            throw new IllegalStateException(nobodyShould);
        }
    }

    @Override
    public void wake() {
        deliveries.add(NOTHING);
    }

    @Override
    public void settle(Delivery delivery, Outcome outcome) {
        outcomes.add(outcome);
    }

    @Override
    public void send(int pid, Signal signal) {
        deliverTo("process", pid, signal);
    }

    @Override
    public void sendToGroup(int group, Signal signal) {
        deliverTo("group", group, signal);
    }

    @Override
    public void queue(int pid, Signal signal, long value) {
        if (fullQueues > 0) {
            fullQueues--;
            throw new SignalException("sigqueue", 11, "EAGAIN", "the receiver's queue is full");
        }
        deliverTo("process", pid, signal);
        sent.set(sent.size() - 1, sent.get(sent.size() - 1) + " with " + value);
    }

    @Override
    public SignalCounters counters(Signal signal) {
        return signal == StandardSignal.SIGUSR1 ? new SignalCounters(3, 2, 1) : SignalCounters.NONE;
    }

    private void deliverTo(String kind, int id, Signal signal) {
        if (id != LIVING && id != 0) { // 0 gets here as the group of a console alone
            throw new SignalException(
                    "kill(" + id + ", " + signal.name() + ")", 3, "ESRCH", "there is no such " + kind);
        }
        sent.add(signal.name() + " to " + kind + " " + id);
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
