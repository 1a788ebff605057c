/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.signals4j.Signal;
import org.signals4j.SignalListener;
import org.signals4j.Subscription;

/** A subscription: a listener, its settings, and the signals that it really gets. */
final class Subscriber implements Subscription {

    private final Registry registry;
    private final SignalListener listener;
    private final Settings settings;
    private final Set<Signal> signals;
    private volatile boolean open = true;

    Subscriber(Registry registry, List<Slot> slots, SignalListener listener, Settings settings) {
        this.registry = registry;
        this.listener = listener;
        this.settings = settings;
        Set<Signal> all = new LinkedHashSet<>();
        slots.forEach(slot -> all.add(slot.spec().signal()));
        this.signals = Collections.unmodifiableSet(all);
    }

    /** From now on no call starts. Tells whether it was open. */
    boolean shut() {
        boolean was = open;
        open = false;
        return was;
    }

    /** Tells whoever reads what the listener gets that nothing more will come. */
    void end() {
        settings.onEnd().run();
    }

    boolean hasExecutor() {
        return settings.executor() != null;
    }

    boolean cancelsDefault() {
        return settings.cancelsDefault();
    }

    /** Calls the listener on this thread, and tells whether that cancels the default action by declaration. */
    boolean call(DispatchedEvent event) {
        if (!open) {
            return false;
        }
        invoke(event);
        return settings.cancelsDefault();
    }

    /** Has the listener called by the executor; the claims are given back when that is certain, or hopeless. */
    void callElsewhere(DispatchedEvent event, List<Fate> fates) {
        try {
            settings.executor().execute(() -> {
                boolean called = open;
                release(fates, called);
                if (called) {
                    invoke(event);
                }
            });
        } catch (Throwable rejected) { // an executor is the user's code, and must not end dispatch
            release(fates, false);
            Calls.failed(settings.onException(), event, rejected);
        }
    }

    private void invoke(DispatchedEvent event) {
        try {
            listener.onSignal(event);
        } catch (Throwable thrown) { // whatever it is, dispatch goes on
            Calls.failed(settings.onException(), event, thrown);
        }
    }

    private void release(List<Fate> fates, boolean called) {
        if (settings.cancelsDefault()) {
            fates.forEach(fate -> fate.release(called));
        }
    }

    @Override
    public Set<Signal> signals() {
        return signals;
    }

    @Override
    public boolean isActive() {
        return open && signals.stream().allMatch(this::isActive);
    }

    @Override
    public boolean isActive(Signal signal) {
        if (!signals.contains(signal)) {
            throw new IllegalArgumentException(signal.name() + " is not one of this subscription's " + signals);
        }
        return open && registry.isActive(this, signal);
    }

    @Override
    public void close() {
        if (registry.unsubscribe(this)) {
            end();
        }
    }

    @Override
    public String toString() {
        return "Subscription" + signals + (open ? "" : " (closed)");
    }
}
