/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.UnsupportedSignalException;
import org.signals4j.spi.SignalSpec;

/** The platform's signals, by name and by number. */
final class SignalTable {

    private static final String RTMAX = "SIGRTMAX";

    private final String provider;
    private final Map<Signal, Slot> bySignal = new LinkedHashMap<>();
    private final Map<String, Slot> byName = new HashMap<>();
    private final Slot[] byNumber;
    private final int lastRealtime;

    SignalTable(String provider, List<SignalSpec> specs) {
        this.provider = provider;
        this.byNumber =
                new Slot[specs.stream().mapToInt(SignalSpec::number).max().orElse(0) + 1];
        int last = -1;
        for (SignalSpec spec : specs) {
            Slot slot = new Slot(spec);
            if (byNumber[spec.number()] != null || bySignal.put(spec.signal(), slot) != null) {
                throw new IllegalStateException(
                        "provider '" + provider + "' lists " + spec.signal().name() + " (" + spec.number() + ") twice");
            }
            byNumber[spec.number()] = slot;
            byName.put(spec.signal().name(), slot);
            if (spec.signal() instanceof RealtimeSignal realtime) {
                last = Math.max(last, realtime.offset());
            }
        }
        this.lastRealtime = last;
    }

    Set<Signal> signals() {
        return Collections.unmodifiableSet(bySignal.keySet());
    }

    Iterable<Slot> slots() {
        return bySignal.values();
    }

    Slot slot(Signal signal) {
        Slot slot = bySignal.get(signal);
        if (slot == null) {
            throw new UnsupportedSignalException(signal, provider);
        }
        return slot;
    }

    /** The slot of a number that the backend gave, or null if it is not in the backend's own table. */
    Slot slotOrNull(int number) {
        return number > 0 && number < byNumber.length ? byNumber[number] : null;
    }

    Signal lookup(int number) {
        Slot slot = slotOrNull(number);
        if (slot == null) {
            throw new IllegalArgumentException("no signal has the number " + number
                    + " on this platform: numbers are 1 to " + (byNumber.length - 1));
        }
        return slot.spec().signal();
    }

    Signal lookup(String text) {
        String name = text.toUpperCase(Locale.ROOT);
        if (name.matches("-?\\d{1,9}")) {
            return lookup(Integer.parseInt(name));
        }
        if (!name.startsWith("SIG")) {
            name = "SIG" + name;
        }
        Slot slot = byName.get(name);
        if (slot != null) {
            return slot.spec().signal();
        }
        if (name.matches(RTMAX + "(-\\d{1,4})?") && lastRealtime >= 0) {
            int distance = name.length() == RTMAX.length() ? 0 : Integer.parseInt(name.substring(RTMAX.length() + 1));
            if (distance <= lastRealtime) {
                return new RealtimeSignal(lastRealtime - distance);
            }
        }
        return slot(Signal.of(text)).spec().signal();
    }
}
