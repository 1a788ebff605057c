/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that mean the same signal on every platform. */
final class SignalNames {

    /** Names that some headers give to a signal that has another name in POSIX. */
    private static final Map<String, StandardSignal> ALIASES = Map.of(
            "SIGIOT", StandardSignal.SIGABRT,
            "SIGCLD", StandardSignal.SIGCHLD,
            "SIGPOLL", StandardSignal.SIGIO,
            "SIGUNUSED", StandardSignal.SIGSYS);

    private static final Pattern REALTIME = Pattern.compile("SIGRTMIN(?:\\+(\\d{1,4}))?");

    private static final Map<String, Signal> NAMES = new HashMap<>(ALIASES);

    static {
        for (StandardSignal signal : StandardSignal.values()) {
            NAMES.put(signal.name(), signal);
        }
        for (PlatformSignal signal : PlatformSignal.KNOWN) {
            NAMES.put(signal.name(), signal);
        }
    }

    private SignalNames() {}

    static Signal parse(String text) {
        String name = normalize(text);
        Signal signal = NAMES.get(name);
        if (signal != null) {
            return signal;
        }
        Matcher realtime = REALTIME.matcher(name);
        if (realtime.matches()) {
            return new RealtimeSignal(realtime.group(1) == null ? 0 : Integer.parseInt(realtime.group(1)));
        }
        if (name.startsWith("SIGRTMAX")) {
            throw new IllegalArgumentException(
                    "what '" + text + "' means depends on the platform: use Signals.lookup(\"" + text + "\")");
        }
        throw new IllegalArgumentException("there is no signal '" + text + "'; did you mean " + nearest(name) + "?");
    }

    /** Returns the name in upper case and with its prefix. */
    static String normalize(String text) {
        String upper = Objects.requireNonNull(text, "name").toUpperCase(Locale.ROOT);
        return upper.startsWith("SIG") ? upper : "SIG" + upper;
    }

    private static String nearest(String name) {
        String best = null;
        int bestDistance = Integer.MAX_VALUE;
        for (Signal signal : StandardSignal.values()) {
            int distance = distance(name, signal.name());
            if (distance < bestDistance) {
                bestDistance = distance;
                best = signal.name();
            }
        }
        return best;
    }

    /** Optimal string alignment: insertions, deletions, substitutions and swapped neighbours count one each. */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + substitution);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    least = Math.min(least, d[i - 2][j - 2] + 1);
                }
                d[i][j] = least;
            }
        }
        return d[a.length()][b.length()];
    }
}
