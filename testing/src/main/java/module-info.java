/* SPDX-License-Identifier: Apache-2.0 */
/**
 * A platform in memory, for unit tests of programs that use signals4j: a test says what arrives, and sees what was sent
 * and which default actions would have happened. No real signal is touched.
 *
 * <pre>{@code
 * try (FakeSignals fake = FakeSignals.open()) {
 *     server.install();                          // calls Signals.handle, Signals.subscribe, ...
 *     fake.deliver(StandardSignal.SIGHUP);
 *     fake.awaitIdle(Duration.ofSeconds(5));     // the handlers have run
 *     assertEquals(1, server.reloads());
 *     assertEquals(List.of(), fake.defaults());  // SIGHUP would not have ended the process
 * }
 * }</pre>
 *
 * <p>{@link org.signals4j.testing.FakeSignals} is the place to start. The provider of this module is not registered as a
 * service: a dependency of tests must not change which provider a program chooses.
 */
module org.signals4j.testing {
    requires transitive org.signals4j;

    exports org.signals4j.testing;
}
