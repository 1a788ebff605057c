/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.signals4j.Disposition;
import org.signals4j.spi.InstallFlag;
import org.signals4j.windows.WindowsSignal.Source;
import org.signals4j.windows.jna.Kernel32;
import org.signals4j.windows.jna.Ucrt;

/**
 * One signal in the C runtime's table. The runtime resets a signal to its default before it calls the handler, and the
 * default ends the process: so all that raises or changes it here is done under one lock, and arms it first.
 */
final class CrtSlot implements Slot {

    static final long SIG_DFL = 0;
    static final long SIG_IGN = 1;
    static final long SIG_ERR = -1;

    private static final int FROM_ADDRESS = 4;
    private static final int UNCHANGED_REFCOUNT = 2;

    private final WindowsSignal signal;
    private final Ucrt ucrt;
    private final Kernel32 kernel32;
    private final long handler;
    private final Runnable arrived;

    /** The ids of threads on which a console event is passed on, which the JVM makes a SIGTERM of. */
    private final Set<Integer> passing = ConcurrentHashMap.newKeySet();

    // Guarded by this, which a thread takes again when its raise calls the handler.
    private Disposition now = Disposition.UNKNOWN;
    private long before = SIG_DFL;
    private long ours = SIG_DFL;

    /** What the last attempt to take the signal has found in its way: the table cannot be read. */
    private Disposition found = Disposition.UNKNOWN;

    /**
     * Creates a slot; changes nothing.
     *
     * @param handler the address of what calls {@link #called()}
     * @param arrived told of each arrival while the signal is caught
     */
    CrtSlot(WindowsSignal signal, Ucrt ucrt, Kernel32 kernel32, long handler, Runnable arrived) {
        this.signal = signal;
        this.ucrt = ucrt;
        this.kernel32 = kernel32;
        this.handler = handler;
        this.arrived = arrived;
    }

    @Override
    public synchronized Disposition disposition() {
        return now == Disposition.UNKNOWN ? found : now;
    }

    @Override
    public synchronized Disposition install(Disposition wanted, Set<InstallFlag> flags) {
        long address = wanted == Disposition.IGNORED ? SIG_IGN : handler;
        long there = set(address);
        boolean first = now == Disposition.UNKNOWN;
        if (first || isReplaced(there)) {
            Disposition obstacle = obstacle(there, wanted, flags);
            if (first) {
                found = obstacle;
            }
            // Ours is there still where it could not be taken back: on a thread with a table of its own.
            before = there == handler ? SIG_DFL : there;
            if (obstacle != Disposition.UNKNOWN) {
                set(there);
                return obstacle;
            }
        }
        ours = address;
        now = wanted;
        return wanted;
    }

    /** What must not be replaced; unknown if there is nothing of that kind. */
    private Disposition obstacle(long there, Disposition wanted, Set<InstallFlag> flags) {
        if (there == handler) {
            return Disposition.UNKNOWN;
        }
        boolean inheritable = signal == WindowsSignal.TERM && wanted == Disposition.CAUGHT;
        return switch (kind(there)) {
            case FOREIGN -> flags.contains(InstallFlag.FORCE) ? Disposition.UNKNOWN : Disposition.FOREIGN;
            case IGNORED ->
                inheritable && !flags.contains(InstallFlag.OVERRIDE_IGNORED)
                        ? Disposition.IGNORED
                        : Disposition.UNKNOWN;
            default -> Disposition.UNKNOWN;
        };
    }

    /** Whether somebody has replaced ours. The runtime sets SIG_DFL itself before it calls a handler. */
    private boolean isReplaced(long there) {
        return there != ours && there != SIG_DFL;
    }

    @Override
    public synchronized Disposition restore() {
        if (now == Disposition.UNKNOWN) {
            return kind(before);
        }
        long there = set(before);
        boolean replaced = isReplaced(there);
        if (replaced || isOfOtherThread(there)) {
            set(there);
        }
        now = Disposition.UNKNOWN;
        return replaced && signal.source() == Source.CRT ? Disposition.FOREIGN : kind(before);
    }

    /** Whether this thread has a table of its own in which ours never was. */
    private boolean isOfOtherThread(long there) {
        return there == SIG_DFL && signal.source() == Source.CRT_THREAD;
    }

    /** Raises the signal on the calling thread; ends the process if nobody has it. */
    @Override
    public synchronized void raise() {
        forgetPassing();
        if (now == Disposition.UNKNOWN) {
            raiseInCrt();
            return;
        }
        long there = set(ours);
        if (isReplaced(there)) {
            set(there); // it is theirs
        }
        raiseInCrt();
        if (isOfOtherThread(there)) {
            set(there);
        }
    }

    /** The runtime has called our handler, on the thread that raised the signal. */
    synchronized void called() {
        switch (now) {
            case IGNORED -> set(SIG_IGN); // called before it was, or in the table of another thread
            case CAUGHT -> {
                set(handler);
                if (forgetPassing()) {
                    applyDefault();
                } else {
                    arrived.run();
                }
            }
            default -> applyDefault();
        }
    }

    /** The JVM is going to raise the signal on this thread, for somebody who has had it already. */
    @Override
    public void eventIsPassedOn() {
        passing.add(kernel32.GetCurrentThreadId());
    }

    @Override
    public void eventBegins() {
        forgetPassing();
    }

    /** What this thread was to raise it did not, or it was another thread that had its id. */
    private boolean forgetPassing() {
        return !passing.isEmpty() && passing.remove(kernel32.GetCurrentThreadId());
    }

    /** Raises the signal with what was there before. */
    @Override
    public synchronized void applyDefault() {
        long there = set(before);
        raiseInCrt();
        if (isReplaced(there)) {
            set(there);
        } else if (now != Disposition.UNKNOWN) {
            set(ours); // the JVM's handler has installed itself again
        }
    }

    private void raiseInCrt() {
        if (ucrt.raise(signal.number()) != 0) {
            throw WindowsErrors.last(ucrt, "raise(" + signal.signal().name() + ")");
        }
    }

    private long set(long address) {
        long there = ucrt.signal(signal.number(), address);
        if (there == SIG_ERR) {
            throw WindowsErrors.last(ucrt, "signal(" + signal.signal().name() + ")");
        }
        return there;
    }

    private Disposition kind(long address) {
        if (address == SIG_DFL) {
            return Disposition.DEFAULT;
        }
        if (address == SIG_IGN) {
            return Disposition.IGNORED;
        }
        return isOfJvm(address) ? Disposition.DEFAULT : Disposition.FOREIGN;
    }

    private boolean isOfJvm(long address) {
        long[] module = new long[1];
        long jvm = kernel32.GetModuleHandleA("jvm.dll");
        return jvm != 0
                && kernel32.GetModuleHandleExA(FROM_ADDRESS | UNCHANGED_REFCOUNT, address, module)
                && module[0] == jvm;
    }
}
