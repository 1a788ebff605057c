/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.List;
import java.util.function.Supplier;
import org.signals4j.linux.LinuxSignalProvider;
import org.signals4j.spi.SignalProvider;
import org.signals4j.sunmisc.SunMiscSignalProvider;
import org.signals4j.tck.TckSettings;
import org.signals4j.testing.FakeSignalProvider;

/** The sound providers that the broken ones are made of. */
enum Sound {
    FAKE(FakeSignalProvider::new, List.of(TckSettings.TIME_SCALE, "0.3", TckSettings.PROCESSES, "false"), 120),
    LINUX(LinuxSignalProvider::new, List.of(), 600),
    /** A real process that can do little else: the TCK takes less time with it. */
    SUN_MISC(SunMiscSignalProvider::new, List.of(), 600);

    /** How the TCK is run with it. */
    final List<String> settings;

    /** How long the whole TCK may take with a broken one: then it hangs. */
    final int limitSeconds;

    private final Supplier<SignalProvider> create;

    Sound(Supplier<SignalProvider> create, List<String> settings, int limitSeconds) {
        this.create = create;
        this.settings = settings;
        this.limitSeconds = limitSeconds;
    }

    SignalProvider create() {
        return create.get();
    }
}
