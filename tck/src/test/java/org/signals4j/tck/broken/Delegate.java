/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.List;
import java.util.Set;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.IntervalTimer;
import org.signals4j.Signal;
import org.signals4j.TimerSetting;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.MaskChange;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalCounters;
import org.signals4j.spi.SignalSpec;

/** A backend that leaves all to another one, until a method is overridden. */
class Delegate implements SignalBackend {

    final SignalBackend sound;

    Delegate(SignalBackend sound) {
        this.sound = sound;
    }

    @Override
    public Set<Capability> capabilities() {
        return sound.capabilities();
    }

    @Override
    public List<SignalSpec> signals() {
        return sound.signals();
    }

    @Override
    public Disposition disposition(Signal signal) {
        return sound.disposition(signal);
    }

    @Override
    public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
        return sound.install(signal, wanted, flags);
    }

    @Override
    public Disposition restore(Signal signal) {
        return sound.restore(signal);
    }

    @Override
    public void receive(DeliveryBatch batch) {
        sound.receive(batch);
    }

    @Override
    public void wake() {
        sound.wake();
    }

    @Override
    public void settle(Delivery delivery, Outcome outcome) {
        sound.settle(delivery, outcome);
    }

    @Override
    public void raise(Signal signal) {
        sound.raise(signal);
    }

    @Override
    public void send(int pid, Signal signal) {
        sound.send(pid, signal);
    }

    @Override
    public void sendToGroup(int group, Signal signal) {
        sound.sendToGroup(group, signal);
    }

    @Override
    public void queue(int pid, Signal signal, long value) {
        sound.queue(pid, signal, value);
    }

    @Override
    public int currentThread() {
        return sound.currentThread();
    }

    @Override
    public void sendToThread(int thread, Signal signal) {
        sound.sendToThread(thread, signal);
    }

    @Override
    public Set<Signal> mask(MaskChange how, Set<Signal> signals) {
        return sound.mask(how, signals);
    }

    @Override
    public Set<Signal> pending() {
        return sound.pending();
    }

    @Override
    public TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
        return sound.setTimer(timer, setting);
    }

    @Override
    public TimerSetting timer(IntervalTimer timer) {
        return sound.timer(timer);
    }

    @Override
    public void interrupt(Signal signal, boolean interrupt) {
        sound.interrupt(signal, interrupt);
    }

    @Override
    public SignalCounters counters(Signal signal) {
        return sound.counters(signal);
    }

    @Override
    public void close() {
        sound.close();
    }
}
