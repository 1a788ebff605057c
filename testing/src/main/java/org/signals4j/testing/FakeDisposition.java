/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.util.Set;
import org.signals4j.Disposition;
import org.signals4j.spi.InstallFlag;

/** What the process does with one signal, and did before it was changed. Guarded by the backend. */
final class FakeDisposition {

    private final boolean inheritedIgnoreCounts;
    private Disposition now;

    /** What was there before our change; null if there is none. */
    private Disposition saved;

    private Disposition ours;

    /**
     * Creates it.
     *
     * @param start what the process does with the signal before anybody comes
     * @param inheritedIgnoreCounts whether an ignore that was there before is respected
     */
    FakeDisposition(Disposition start, boolean inheritedIgnoreCounts) {
        this.now = start;
        this.inheritedIgnoreCounts = inheritedIgnoreCounts;
    }

    Disposition now() {
        return now;
    }

    boolean isChanged() {
        return saved != null;
    }

    /** What we have set last. */
    Disposition ours() {
        return ours;
    }

    boolean isInheritedIgnore() {
        return now == Disposition.IGNORED && inheritedIgnoreCounts && !isChanged();
    }

    /** What is to happen by default: what was there before our change, or what is there if there is none. */
    Disposition before() {
        return isChanged() ? saved : now;
    }

    /** What {@link org.signals4j.spi.SignalBackend#install} says. */
    Disposition install(Disposition wanted, Set<InstallFlag> flags) {
        if (now == Disposition.FOREIGN && !flags.contains(InstallFlag.FORCE)) {
            return now;
        }
        if (isInheritedIgnore() && wanted == Disposition.CAUGHT && !flags.contains(InstallFlag.OVERRIDE_IGNORED)) {
            return now;
        }
        saved = isChanged() && now == ours ? saved : now;
        ours = wanted;
        now = wanted;
        return wanted;
    }

    /** What {@link org.signals4j.spi.SignalBackend#restore} says. */
    Disposition restore() {
        if (isChanged()) {
            now = now == ours ? saved : now;
            saved = null;
        }
        return now;
    }

    void replaceByForeign() {
        now = Disposition.FOREIGN;
    }
}
