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
final class CrtSlot {

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

    /** Whether the last attempt to take the signal has found somebody else's handler: the table cannot be read. */
    private boolean foundForeign;

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

    synchronized Disposition disposition() {
        return now == Disposition.UNKNOWN && foundForeign ? Disposition.FOREIGN : now;
    }

    synchronized Disposition install(Disposition wanted, Set<InstallFlag> flags) {
        long address = wanted == Disposition.IGNORED ? SIG_IGN : handler;
        long there = set(address);
        if (now == Disposition.UNKNOWN) {
            if (there != handler && kind(there) == Disposition.FOREIGN && !flags.contains(InstallFlag.FORCE)) {
                set(there);
                foundForeign = true;
                return Disposition.FOREIGN;
            }
            foundForeign = false;
            // Ours is there still where it could not be taken back: on a thread with a table of its own.
            before = there == handler ? SIG_DFL : there;
        }
        ours = address;
        now = wanted;
        return wanted;
    }

    synchronized Disposition restore() {
        if (now == Disposition.UNKNOWN) {
            return kind(before);
        }
        long there = set(before);
        boolean replaced = there != ours;
        if (replaced) {
            set(there);
        }
        now = Disposition.UNKNOWN;
        return replaced && signal.source() == Source.CRT ? Disposition.FOREIGN : kind(before);
    }

    /** Raises the signal on the calling thread; ends the process if nobody has it. */
    synchronized void raise() {
        if (now == Disposition.UNKNOWN) {
            raiseInCrt();
            return;
        }
        long there = set(ours);
        raiseInCrt();
        if (signal.source() == Source.CRT_THREAD && there != ours) {
            set(there);
        }
    }

    /** The runtime has called our handler, on the thread that raised the signal. */
    synchronized void called() {
        boolean caught = now == Disposition.CAUGHT;
        if (caught) {
            set(handler);
        }
        if (!caught || passing.remove(kernel32.GetCurrentThreadId())) {
            applyDefault();
        } else {
            arrived.run();
        }
    }

    /** Announces that on a thread the JVM will raise the signal on behalf of somebody who has had it already. */
    void passOn(int thread) {
        passing.add(thread);
    }

    /** Raises the signal with what was there before; the process may be gone afterwards. */
    synchronized void applyDefault() {
        long there = set(before);
        raiseInCrt();
        if (now != Disposition.UNKNOWN) {
            // The JVM's handler has installed itself again.
            set(there == before ? ours : there);
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
