/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.signals4j.spi.Availability;

/** The TCK finds out each broken backend, by the promise that it breaks. */
@Tag("broken-on-purpose")
class BrokenBackendsTest {

    private static final Trials<BrokenBackend> TRIALS = new Trials<>(BrokenBackend.class);

    @BeforeAll
    static void start() {
        for (BrokenBackend broken : BrokenBackend.values()) {
            if (availability(broken).isAvailable()) {
                TRIALS.start(broken, () -> trial(broken).run());
            }
        }
    }

    @AfterAll
    static void end() {
        TRIALS.close();
    }

    private static Availability availability(BrokenBackend broken) {
        return broken.sound.create().availability();
    }

    private static Trial trial(BrokenBackend broken) {
        return new Trial(
                "backend-" + broken,
                BrokenProvider.class,
                ClassPath.ofThisTest(),
                Map.of(BrokenProvider.VARIABLE, broken.name()),
                broken.sound.settings,
                broken.sound.limitSeconds);
    }

    @TestFactory
    Stream<DynamicTest> isFound() {
        return Stream.of(BrokenBackend.values()).map(each -> DynamicTest.dynamicTest(each.name(), () -> judge(each)));
    }

    private static void judge(BrokenBackend broken) throws Exception {
        Availability availability = availability(broken);
        Assumptions.assumeTrue(availability.isAvailable(), availability.reason());
        TRIALS.verdict(broken).mustBlame(broken, broken.promise, broken.consequences, broken.possible);
    }
}
