/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/**
 * The platform in memory as a provider, for those who test at the level of {@link org.signals4j.spi}; programs are
 * tested with {@link FakeSignals}. Each {@link #open()} gives a fresh platform that knows nothing of the others.
 *
 * <p>Not registered as a service, and of a lower priority than any real provider. Pass it to
 * {@link org.signals4j.SignalSystem#open(SignalProvider)}.
 *
 * @since 0.1
 */
public final class FakeSignalProvider implements SignalProvider {

    private final FakePlatform platform;

    /** Creates a provider of platforms like Linux, on which nothing has happened. */
    public FakeSignalProvider() {
        this(new FakePlatform());
    }

    private FakeSignalProvider(FakePlatform platform) {
        this.platform = platform;
    }

    /**
     * Returns a provider of platforms with a certain start.
     *
     * @param platform what they are like; later changes of it do not count
     * @return the provider
     */
    public static FakeSignalProvider startingWith(FakePlatform platform) {
        return new FakeSignalProvider(platform.copy());
    }

    @Override
    public String name() {
        return "fake";
    }

    @Override
    public int priority() {
        return -1;
    }

    @Override
    public Availability availability() {
        return Availability.available("signals in memory, for tests");
    }

    @Override
    public SignalBackend open() {
        return new FakeBackend(platform);
    }
}
