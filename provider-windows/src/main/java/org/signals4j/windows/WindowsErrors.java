/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.util.Map;
import org.signals4j.SignalException;
import org.signals4j.windows.jna.Kernel32;
import org.signals4j.windows.jna.Ucrt;

/** What went wrong, as an exception with the system's number and its name. */
final class WindowsErrors {

    private record Meaning(String name, String explanation) {}

    /** @see <a href="https://learn.microsoft.com/windows/win32/debug/system-error-codes">System error codes</a> */
    private static final Map<Integer, Meaning> SYSTEM = Map.of(
            5, new Meaning("ERROR_ACCESS_DENIED", "access denied"),
            6, new Meaning("ERROR_INVALID_HANDLE", "there is no such group, or no console"),
            8, new Meaning("ERROR_NOT_ENOUGH_MEMORY", "not enough memory"),
            12, new Meaning("ERROR_INVALID_ACCESS", "the process has no console"),
            87, new Meaning("ERROR_INVALID_PARAMETER", "there is no such group on this console, or no such handler"));

    private static final Map<Integer, Meaning> CRT = Map.of(22, new Meaning("EINVAL", "no such signal"));

    private WindowsErrors() {}

    static SignalException last(Kernel32 kernel32, String operation) {
        return exception(operation, kernel32.lastError(), SYSTEM, "ERROR_");
    }

    static SignalException last(Ucrt ucrt, String operation) {
        return exception(operation, ucrt.errno(), CRT, "E");
    }

    private static SignalException exception(
            String operation, int number, Map<Integer, Meaning> meanings, String prefix) {
        Meaning meaning = meanings.getOrDefault(number, new Meaning(prefix + number, "the system refused"));
        return new SignalException(operation, number, meaning.name(), meaning.explanation());
    }
}
