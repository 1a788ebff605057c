/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.util.Set;
import org.signals4j.Disposition;
import org.signals4j.spi.InstallFlag;

/** One signal, and the way in which it is taken. Guarded by itself: who holds the lock, keeps its disposition as it is. */
interface Slot {

    /** What {@link org.signals4j.spi.SignalBackend#disposition} says. */
    Disposition disposition();

    /** What {@link org.signals4j.spi.SignalBackend#install} says. */
    Disposition install(Disposition wanted, Set<InstallFlag> flags);

    /** What {@link org.signals4j.spi.SignalBackend#restore} says. */
    Disposition restore();

    /** What {@link org.signals4j.spi.SignalBackend#raise} says. */
    void raise();

    /** Does what the process did before; it may be gone afterwards. Not for a thread that has something else to do. */
    void applyDefault();

    /** On this thread an event of the console begins that means this signal. */
    default void eventBegins() {}

    /** On this thread an event of the console is left to those who were there before, the JVM among them. */
    default void eventIsPassedOn() {}
}
