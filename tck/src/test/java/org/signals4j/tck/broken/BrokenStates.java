/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalCounters;
import org.signals4j.spi.SignalSpec;

/** Backends whose dispositions, tables, capabilities and counters are wrong. */
final class BrokenStates {

    private static final AtomicLong OPENINGS = new AtomicLong();

    private BrokenStates() {}

    static SignalBackend restoreDoesNothing(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public Disposition restore(Signal signal) {
                return sound.disposition(signal);
            }
        };
    }

    /** Restoring what was never changed has it ignored. */
    static SignalBackend restoreChangesWhatWasNotTaken(SignalBackend sound) {
        return new Delegate(sound) {
            private final Set<Signal> changed = ConcurrentHashMap.newKeySet();

            @Override
            public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
                changed.add(signal);
                return super.install(signal, wanted, flags);
            }

            @Override
            public Disposition restore(Signal signal) {
                return changed.remove(signal)
                        ? super.restore(signal)
                        : super.install(signal, Disposition.IGNORED, Set.of());
            }
        };
    }

    private static List<Signal> realtime(SignalBackend sound) {
        return sound.signals().stream()
                .filter(row -> row.refusal().isEmpty())
                .map(SignalSpec::signal)
                .filter(RealtimeSignal.class::isInstance)
                .toList();
    }

    /** Says that real-time signals are caught, catches the first alone, and does not raise the others. */
    static SignalBackend onlyTheFirstIsInstalledAndTheOthersNotRaised(SignalBackend sound) {
        List<Signal> realtime = realtime(sound);
        Set<Signal> others = Set.copyOf(realtime.subList(1, realtime.size()));
        return new Delegate(sound) {
            @Override
            public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
                return others.contains(signal) && wanted == Disposition.CAUGHT
                        ? wanted
                        : super.install(signal, wanted, flags);
            }

            @Override
            public void raise(Signal signal) {
                if (others.contains(signal)) {
                    throw new UnsupportedOperationException(signal.name() + " cannot be raised");
                }
                super.raise(signal);
            }
        };
    }

    /** Says that the last of the real-time signals is caught, and does not catch it. */
    static SignalBackend oneIsNeverInstalled(SignalBackend sound) {
        List<Signal> realtime = realtime(sound);
        Signal last = realtime.get(realtime.size() - 1);
        return new Delegate(sound) {
            @Override
            public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
                return signal == last && wanted == Disposition.CAUGHT ? wanted : super.install(signal, wanted, flags);
            }
        };
    }

    /** Every other opening has a signal ignored that nobody asked for. */
    static SignalBackend openChangesADisposition(SignalBackend sound) {
        if (OPENINGS.incrementAndGet() % 2 == 0) {
            sound.install(StandardSignal.SIGTTOU, Disposition.IGNORED, Set.of());
        }
        return sound;
    }

    /** In place of an ignore, the default is put back. */
    static SignalBackend anIgnoreIsTheDefault(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
                if (wanted == Disposition.IGNORED) {
                    super.restore(signal);
                    return wanted;
                }
                return super.install(signal, wanted, flags);
            }
        };
    }

    /** Claims a capability, and does nothing else for it. */
    static SignalBackend claiming(SignalBackend sound, Capability claimed) {
        Set<Capability> more = EnumSet.of(claimed);
        more.addAll(sound.capabilities());
        return new Delegate(sound) {
            @Override
            public Set<Capability> capabilities() {
                return more;
            }
        };
    }

    /** Only that of SIGTERM, so that who looks at one of them may not see it. */
    static SignalBackend inheritedIgnoreIsOverridden(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
                if (signal != StandardSignal.SIGTERM) {
                    return super.install(signal, wanted, flags);
                }
                Set<InstallFlag> more = EnumSet.of(InstallFlag.OVERRIDE_IGNORED);
                more.addAll(flags);
                return super.install(signal, wanted, more);
            }
        };
    }

    static SignalBackend tableIsNotInOrder(SignalBackend sound) {
        List<SignalSpec> rows = new ArrayList<>(sound.signals());
        Collections.swap(rows, rows.size() - 2, rows.size() - 1);
        return withTable(sound, rows);
    }

    static SignalBackend descriptionsAreBlank(SignalBackend sound) {
        List<SignalSpec> rows = sound.signals().stream()
                .map(row -> new SignalSpec(
                        row.signal(),
                        row.number(),
                        " ",
                        row.defaultAction(),
                        row.owner(),
                        row.refusal(),
                        row.ignoreRefusal()))
                .toList();
        return withTable(sound, rows);
    }

    private static SignalBackend withTable(SignalBackend sound, List<SignalSpec> rows) {
        List<SignalSpec> table = List.copyOf(rows);
        return new Delegate(sound) {
            @Override
            public List<SignalSpec> signals() {
                return table;
            }
        };
    }

    /** The second answer lacks what the first one had. */
    static SignalBackend capabilitiesChange(SignalBackend sound) {
        return new Delegate(sound) {
            private final AtomicBoolean asked = new AtomicBoolean();

            @Override
            public Set<Capability> capabilities() {
                Set<Capability> all = EnumSet.copyOf(super.capabilities());
                if (asked.getAndSet(true)) {
                    all.remove(Capability.INTERRUPT);
                }
                return all;
            }
        };
    }

    static SignalBackend countersShrink(SignalBackend sound) {
        return new Delegate(sound) {
            private final AtomicLong left = new AtomicLong(1_000_000);

            @Override
            public SignalCounters counters(Signal signal) {
                return new SignalCounters(0, left.getAndDecrement(), 0);
            }
        };
    }

    static SignalBackend secondCloseFails(SignalBackend sound) {
        return new Delegate(sound) {
            private final AtomicBoolean closed = new AtomicBoolean();

            @Override
            public void close() {
                if (closed.getAndSet(true)) {
                    throw new IllegalStateException("closed already");
                }
                super.close();
            }
        };
    }
}
