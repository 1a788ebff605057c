/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The TCK finds out each broken dispatcher, by the promise that it breaks, and nothing in the sound one. */
@Tag("broken-on-purpose")
class BrokenDispatchersTest {

    private static final Trials<BrokenDispatcher> TRIALS = new Trials<>(BrokenDispatcher.class);

    @BeforeAll
    static void start() {
        for (BrokenDispatcher broken : BrokenDispatcher.values()) {
            TRIALS.start(broken, () -> trial(broken).run());
        }
    }

    @AfterAll
    static void end() {
        TRIALS.close();
    }

    private static Trial trial(BrokenDispatcher broken) throws Exception {
        String name = "dispatcher-" + broken;
        Path classes = ClassPath.target().resolve(name).resolve("classes");
        Mutant.compile(broken.edits, classes);
        return trial(name, broken.sound, classes + File.pathSeparator + ClassPath.ofThisTest());
    }

    private static Trial trial(String name, Sound sound, String classPath) {
        return new Trial(name, sound.create().getClass(), classPath, Map.of(), sound.settings, sound.limitSeconds);
    }

    @TestFactory
    Stream<DynamicTest> isFound() {
        return Stream.of(BrokenDispatcher.values())
                .map(each -> DynamicTest.dynamicTest(each.name(), () -> judge(each)));
    }

    private static void judge(BrokenDispatcher broken) throws Exception {
        TRIALS.verdict(broken).mustBlame(broken, broken.promise, broken.consequences, broken.possible);
    }

    @Test
    void soundOneHasNoFault() throws Exception {
        Verdict verdict = trial("sound", Sound.FAKE, ClassPath.ofThisTest()).run();
        Assertions.assertEquals(Map.of(), verdict.failed());
        Assertions.assertFalse(verdict.passed().isEmpty(), "the TCK has tested nothing");
    }
}
