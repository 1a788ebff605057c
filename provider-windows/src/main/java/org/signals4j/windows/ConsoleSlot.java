/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.util.Set;
import org.signals4j.Disposition;
import org.signals4j.SignalException;
import org.signals4j.spi.InstallFlag;

/** A signal that is taken by the console's control events alone. */
final class ConsoleSlot implements Slot {

    private final ConsoleEvent event;
    private final Console console;
    private final Runnable arrived;

    // Guarded by this.
    private Disposition now = Disposition.UNKNOWN;

    /**
     * Creates a slot; changes nothing.
     *
     * @param event what means the signal
     * @param arrived told of each that is raised while the signal is caught
     */
    ConsoleSlot(ConsoleEvent event, Console console, Runnable arrived) {
        this.event = event;
        this.console = console;
        this.arrived = arrived;
    }

    @Override
    public synchronized Disposition disposition() {
        return now;
    }

    @Override
    public Disposition install(Disposition wanted, Set<InstallFlag> flags) {
        Disposition before = change(wanted);
        boolean mayBeIgnored = event == ConsoleEvent.CTRL_C && wanted == Disposition.CAUGHT;
        if (mayBeIgnored && flags.contains(InstallFlag.OVERRIDE_IGNORED)) {
            try {
                // Last, so that no Ctrl+C comes that nobody takes; and without the lock, which events need.
                console.enableCtrlC();
            } catch (SignalException refused) {
                change(before);
                throw refused;
            }
        }
        return wanted;
    }

    @Override
    public Disposition restore() {
        change(Disposition.UNKNOWN);
        return Disposition.DEFAULT;
    }

    private synchronized Disposition change(Disposition wanted) {
        Disposition before = now;
        now = wanted;
        return before;
    }

    @Override
    public void raise() {
        synchronized (this) {
            if (now == Disposition.CAUGHT) {
                arrived.run();
                return;
            }
            if (now == Disposition.IGNORED) {
                return;
            }
        }
        // Not on this thread: it may be handling a close, during which Windows asks nobody else.
        DefaultThread.start(event.signal(), this::applyDefault);
    }

    @Override
    public void applyDefault() {
        console.passOn(event);
    }
}
