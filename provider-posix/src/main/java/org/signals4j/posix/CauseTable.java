/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.util.Arrays;
import org.signals4j.SignalCause;

/**
 * What the values of {@code si_code} mean on a platform: some the same for every signal, some for one signal only.
 *
 * <p>Filled once, then read by any thread.
 */
public final class CauseTable {

    private static final int LOWEST = -64;
    private static final int HIGHEST = 128;

    private final SignalCause[] common = new SignalCause[HIGHEST - LOWEST + 1];
    private final SignalCause[][] bySignal;

    /**
     * Creates a table in which every code is unknown.
     *
     * @param highestSignal the highest number of a signal
     */
    public CauseTable(int highestSignal) {
        bySignal = new SignalCause[highestSignal + 1][];
        Arrays.fill(common, SignalCause.UNKNOWN);
    }

    /**
     * Adds a code that means the same for every signal for which nothing else is said.
     *
     * @param code the code
     * @param cause what it means
     * @return this table
     */
    public CauseTable any(int code, SignalCause cause) {
        common[code - LOWEST] = cause;
        return this;
    }

    /**
     * Adds the codes 1, 2 and so on of one signal.
     *
     * @param signal the number
     * @param causes what they mean
     * @return this table
     */
    public CauseTable of(int signal, SignalCause... causes) {
        bySignal[signal] = causes;
        return this;
    }

    /**
     * Adds the codes of a signal, all of which are a fault of the interrupted thread.
     *
     * @param signal the number
     * @param highestCode the codes are 1 to this
     * @return this table
     */
    public CauseTable faults(int signal, int highestCode) {
        SignalCause[] causes = new SignalCause[highestCode];
        Arrays.fill(causes, SignalCause.FAULT);
        return of(signal, causes);
    }

    SignalCause cause(int signal, int code) {
        SignalCause[] own = signal > 0 && signal < bySignal.length ? bySignal[signal] : null;
        if (own != null && code >= 1 && code <= own.length) {
            return own[code - 1];
        }
        return code >= LOWEST && code <= HIGHEST ? common[code - LOWEST] : SignalCause.UNKNOWN;
    }
}
