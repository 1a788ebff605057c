/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.signals4j.Capability;
import org.signals4j.IntervalTimer;
import org.signals4j.PendingSignal;
import org.signals4j.PendingSignal.Keeper;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.SignalInfo;
import org.signals4j.SignalListener;
import org.signals4j.SignalStatistics;
import org.signals4j.Subscription;
import org.signals4j.TimerSetting;
import org.signals4j.spi.MaskChange;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalCounters;
import org.signals4j.spi.SignalSpec;

/** Everything behind an open {@link org.signals4j.SignalSystem}: table, registry and dispatcher over one backend. */
public final class SignalEngine {

    private final String provider;
    private final SignalBackend backend;
    private final Set<Capability> capabilities;
    private final SignalTable table;
    private final Dispatcher dispatcher;
    private final SafePoints safePoints = new SafePoints();
    private final Registry registry;
    private final Waiting waiting;

    public SignalEngine(String provider, SignalBackend backend) {
        this.provider = provider;
        this.backend = backend;
        this.capabilities = Set.copyOf(backend.capabilities());
        this.table = new SignalTable(provider, backend.signals());
        this.dispatcher = new Dispatcher(table, backend, safePoints);
        this.registry = new Registry(table, backend, dispatcher::start);
        this.waiting = new Waiting(registry, dispatcher, safePoints, backend, capabilities);
    }

    public String provider() {
        return provider;
    }

    public Set<Capability> capabilities() {
        return capabilities;
    }

    public Set<Signal> signals() {
        return table.signals();
    }

    public Set<Signal> supported() {
        Set<Signal> supported = new LinkedHashSet<>();
        for (Slot slot : table.slots()) {
            if (slot.spec().refusal().isEmpty()) {
                supported.add(slot.spec().signal());
            }
        }
        return Collections.unmodifiableSet(supported);
    }

    public SignalSpec spec(Signal signal) {
        return table.slot(signal).spec();
    }

    public Signal lookup(int number) {
        return table.lookup(number);
    }

    public Signal lookup(String name) {
        return table.lookup(name);
    }

    public SignalInfo info(Signal signal) {
        SignalSpec spec = spec(signal);
        return new SignalInfo(
                signal,
                spec.number(),
                spec.description(),
                spec.defaultAction(),
                backend.disposition(signal),
                spec.owner(),
                spec.refusal(),
                statistics(signal));
    }

    public SignalHandler handler(Signal signal) {
        return registry.handler(signal);
    }

    public SignalHandler handle(Signal signal, SignalHandler handler, Settings settings) {
        registry.requireOpen();
        if (handler == SignalHandler.SYSTEM_DEFAULT) {
            require(Capability.SYSTEM_DEFAULT, "handle(SYSTEM_DEFAULT)");
        }
        waiting.requireMainThread();
        return registry.handle(signal, handler, settings);
    }

    public Subscription subscribe(Collection<? extends Signal> signals, SignalListener listener, Settings settings) {
        return registry.subscribe(signals, listener, settings);
    }

    public void raise(Signal signal) {
        registry.requireOpen();
        table.slot(signal);
        require(Capability.RAISE, "raise");
        backend.raise(signal);
    }

    public void send(int pid, Signal signal) {
        registry.requireOpen();
        table.slot(signal);
        require(Capability.SEND, "send");
        backend.send(pid, signal);
    }

    public void sendToGroup(int group, Signal signal) {
        registry.requireOpen();
        table.slot(signal);
        require(Capability.SEND_GROUP, "sendToGroup");
        backend.sendToGroup(group, signal);
    }

    public void queue(int pid, Signal signal, long value) {
        registry.requireOpen();
        table.slot(signal);
        require(Capability.QUEUE, "queue");
        backend.queue(pid, signal, value);
    }

    public int currentThread() {
        require(Capability.THREAD_TARGET, "currentThread");
        Threads.refuseVirtual("currentThread");
        return backend.currentThread();
    }

    public void sendToThread(int thread, Signal signal) {
        registry.requireOpen();
        table.slot(signal);
        require(Capability.THREAD_TARGET, "sendToThread");
        backend.sendToThread(thread, signal);
    }

    /** Returns what the calling thread has blocked. */
    public Set<Signal> blocked() {
        return mask(MaskChange.BLOCK, Set.of());
    }

    public Set<Signal> block(Set<Signal> signals) {
        registry.requireOpen();
        refuseReserved(signals);
        return mask(MaskChange.BLOCK, signals);
    }

    public Set<Signal> unblock(Set<Signal> signals) {
        registry.requireOpen();
        return mask(MaskChange.UNBLOCK, signals);
    }

    /** Replaces the mask of the calling thread, but for the signals that must not be blocked: they keep their state. */
    public Set<Signal> replaceMask(Set<Signal> signals) {
        registry.requireOpen();
        Set<Signal> now = blocked();
        Set<Signal> more = new LinkedHashSet<>(signals);
        more.removeAll(now);
        refuseReserved(more);
        Set<Signal> wanted = new LinkedHashSet<>(signals);
        now.stream().filter(signal -> spec(signal).refusal().isPresent()).forEach(wanted::add);
        return mask(MaskChange.SET, wanted);
    }

    private Set<Signal> mask(MaskChange how, Set<Signal> signals) {
        signals.forEach(table::slot);
        require(Capability.THREAD_MASK, "thread mask");
        Threads.refuseVirtual("thread mask");
        return backend.mask(how, signals);
    }

    private void refuseReserved(Collection<? extends Signal> signals) {
        signals.forEach(signal -> Registry.refuseIfReserved(spec(signal), false));
    }

    public List<PendingSignal> pending() {
        List<PendingSignal> pending = new ArrayList<>(dispatcher.held());
        if (capabilities.contains(Capability.PENDING) && !Threads.isVirtual()) {
            for (Signal signal : backend.pending()) {
                pending.add(new PendingSignal(signal, Keeper.KERNEL, 1, Optional.empty()));
            }
        }
        return List.copyOf(pending);
    }

    public TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
        registry.requireOpen();
        require(Capability.TIMERS, "setTimer");
        return backend.setTimer(timer, setting);
    }

    public TimerSetting timer(IntervalTimer timer) {
        require(Capability.TIMERS, "timer");
        return backend.timer(timer);
    }

    public void interrupt(Signal signal, boolean interrupt) {
        registry.requireOpen();
        refuseReserved(List.of(signal));
        require(Capability.INTERRUPT, "siginterrupt");
        backend.interrupt(signal, interrupt);
    }

    public SignalStatistics statistics(Signal signal) {
        Slot slot = table.slot(signal);
        SignalCounters counters = backend.counters(signal);
        return new SignalStatistics(
                slot.received(), slot.merged(), counters.missed(), counters.overflowed(), counters.lost());
    }

    public Waiting waiting() {
        return waiting;
    }

    /**
     * Restores all dispositions, and ends whatever waits for a signal. The reader stays, for the defaults of what is
     * still on its way.
     */
    public void close() {
        List<Subscriber> ended = new ArrayList<>();
        try {
            registry.close(ended);
        } finally { // whatever the system has refused, nobody is to wait for what cannot come
            safePoints.close();
            dispatcher.close();
            // Told without the lock of the registry: closing a pipe waits for who is writing to it.
            ended.forEach(SignalEngine::end);
        }
    }

    private static void end(Subscriber subscriber) {
        try {
            subscriber.end();
        } catch (RuntimeException unlikely) { // the others are to be told all the same
            Log.endFailed(subscriber, unlikely);
        }
    }

    /** Ends the reader too, so that another engine can take over. */
    public void retire() {
        dispatcher.retire();
        backend.close();
    }

    private void require(Capability capability, String operation) {
        if (!capabilities.contains(capability)) {
            throw new UnsupportedOperationException("provider '" + provider + "' cannot do '" + operation
                    + "'; it needs the capability " + capability + ", which these have: " + capability.providers()
                    + backend.insteadOf(capability).map(hint -> "; " + hint).orElse(""));
        }
    }
}
