/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.signals4j.Disposition;
import org.signals4j.Signal;
import org.signals4j.SignalInfo;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;

/** The table of signals, and looking them up. */
class TableContract extends InProcess {

    @Test
    @Checks("TAB-1")
    void everySignalAndEveryNumberIsThereOnce() {
        Set<Integer> numbers = new HashSet<>();
        int last = 0;
        for (Signal signal : system.signals()) {
            int number = system.number(signal);
            assertTrue(number > 0, signal + " has the number " + number);
            assertTrue(numbers.add(number), "two signals have the number " + number);
            assertTrue(number > last, signal + " is not in the order of the numbers");
            last = number;
        }
        assertEquals(system.signals().size(), environment().table().size(), "rows of the table");
        assertFalse(numbers.isEmpty(), "the table is empty");
    }

    @Test
    @Checks("TAB-2")
    void aNumberIsLookedUp() {
        for (Signal signal : system.signals()) {
            assertEquals(signal, system.lookup(system.number(signal)));
        }
        for (int number : new int[] {0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 4711}) {
            assertThrows(IllegalArgumentException.class, () -> system.lookup(number), "lookup(" + number + ")");
        }
    }

    @Test
    @Checks("TAB-3")
    void aNameIsLookedUp() {
        for (Signal signal : system.signals()) {
            assertEquals(signal, system.lookup(signal.name()));
            assertEquals(signal, system.lookup(signal.name().substring("SIG".length())));
            assertEquals(signal, system.lookup(Integer.toString(system.number(signal))));
        }
        for (String name : new String[] {"SIGNONSENSE", "", "SIG", "-1", "0", "99999999999"}) {
            assertThrows(IllegalArgumentException.class, () -> system.lookup(name), "lookup(\"" + name + "\")");
        }
    }

    @Test
    @Checks("TAB-4")
    void everySignalHasAText() {
        for (Signal signal : system.signals()) {
            assertFalse(system.describe(signal).isBlank(), "the text of " + signal);
        }
    }

    @Test
    @Checks("TAB-5")
    void supportedIsWhatIsNotRefused() {
        Set<Signal> allowed = new LinkedHashSet<>();
        for (Signal signal : system.signals()) {
            SignalInfo info = system.info(signal);
            assertEquals(signal, info.signal());
            assertEquals(system.number(signal), info.number());
            assertEquals(system.describe(signal), info.description());
            assertEquals(info.refusal().isEmpty(), info.allowed());
            if (info.refusal().isPresent()) {
                assertTrue(info.owner().isPresent(), signal + " is refused without an owner");
            } else {
                allowed.add(signal);
            }
        }
        assertEquals(allowed, system.supported());
    }

    @Test
    @Checks("TAB-6")
    void lookingChangesNothing() {
        for (Signal signal : system.signals()) {
            Disposition before = system.info(signal).disposition();
            system.handler(signal);
            assertEquals(before, system.info(signal).disposition(), "disposition of " + signal);
            assertFalse(before == Disposition.CAUGHT, signal + " is caught, and nobody has asked for it");
        }
    }
}
