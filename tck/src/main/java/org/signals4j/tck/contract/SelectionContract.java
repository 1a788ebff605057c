/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signals4j.NoProviderException;
import org.signals4j.ProviderCandidate;
import org.signals4j.SignalSystem;
import org.signals4j.Signals;
import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildLaunch;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.IdleProvider;
import org.signals4j.tck.support.InChild;

/** The choice among providers: that under test, and some that are made for this. */
class SelectionContract extends InChild {

    private static final String PROPERTY = "signals4j.provider";

    /** Comes before all others, but for its name. */
    public static class Best implements SignalProvider {
        @Override
        public String name() {
            return "tck-best-b";
        }

        @Override
        public int priority() {
            return Integer.MAX_VALUE;
        }

        @Override
        public Availability availability() {
            return Availability.available("it has no signals");
        }

        @Override
        public SignalBackend open() {
            return IdleProvider.backend();
        }
    }

    /** As good, and before it by its name. */
    public static final class AsGood extends Best {
        @Override
        public String name() {
            return "tck-best-a";
        }
    }

    /** Would be chosen if it were available. */
    public static final class Away extends Best {
        @Override
        public String name() {
            return "tck-away";
        }

        @Override
        public Availability availability() {
            return Availability.unavailable("this is only a test");
        }
    }

    /** Cannot even be made. */
    public static final class Broken extends Best {
        public Broken() {
            throw new IllegalStateException("broken on purpose");
        }
    }

    /** Says what is there and what is chosen, before and after the first use of Signals. */
    public static final class Chooses implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Class.forName(Signals.class.getName());
            for (ProviderCandidate each : SignalSystem.candidates()) {
                child.say("candidate " + each.name() + " " + each.available() + " " + each.chosen());
            }
            child.say("open before use " + SignalSystem.current().isPresent());
            try {
                Signals.supported();
                child.say("opened " + SignalSystem.current().orElseThrow().provider());
            } catch (NoProviderException none) {
                Stream.of(none.getSuppressed()).forEach(each -> child.say("suppressed " + each.getMessage()));
                child.say("none, open " + SignalSystem.current().isPresent());
            }
            child.say("end");
        }
    }

    /** Runs it to its end, with the provider under test and others on its path. */
    private Child chosen(Path folder, String wanted, Class<?>... others) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        List<String> types = Stream.concat(
                        Stream.of(others), Stream.of(environment().provider().getClass()))
                .map(Class::getName)
                .toList();
        Files.write(services.resolve(SignalProvider.class.getName()), types);
        ChildLaunch launch = child(Chooses.class).classPath(folder);
        if (wanted != null) {
            launch.jvm("-D" + PROPERTY + "=" + wanted);
        }
        Child child = launch.start();
        child.awaitLine("end");
        return child;
    }

    private String underTest() {
        return environment().provider().name();
    }

    private static void assertSaid(Child child, String line) {
        assertTrue(child.lines().contains(line), "'" + line + "' in " + child);
    }

    @Test
    @Checks("SEL-1")
    void theNamedOneIsChosen(@TempDir Path folder) throws IOException {
        Child child = chosen(folder, underTest(), Best.class, AsGood.class);
        assertSaid(child, "candidate tck-best-a true false");
        assertSaid(child, "candidate " + underTest() + " true true");
        assertSaid(child, "opened " + underTest());
    }

    @Test
    @Checks({"SEL-1", "SEL-4"})
    void theNamedOneIsNotReplacedByAnother(@TempDir Path folder) throws IOException {
        Child away = chosen(folder, "tck-away", Best.class, Away.class);
        assertSaid(away, "none, open false");
        assertSaid(away, "suppressed tck-away: this is only a test");
        for (String name : List.of("tck-best-b", underTest())) {
            assertFalse(away.linesWith("suppressed " + name + ": ").isEmpty(), name + " in " + away);
        }
        assertSaid(chosen(folder, "tck-nobody", Best.class), "none, open false");
    }

    @Test
    @Checks("SEL-2")
    void thePriorityDecidesAndThenTheName(@TempDir Path folder) throws IOException {
        Child child = chosen(folder, null, Away.class, Best.class, AsGood.class);
        List<String> candidates = child.linesWith("candidate ");
        assertEquals(
                List.of(
                        "candidate tck-away false false",
                        "candidate tck-best-a true true",
                        "candidate tck-best-b true false"),
                candidates.subList(0, 3));
        assertSaid(child, "candidate " + underTest() + " true false");
        assertSaid(child, "opened tck-best-a");
    }

    @Test
    @Checks("SEL-5")
    void nothingIsOpenBeforeTheFirstUse(@TempDir Path folder) throws IOException {
        Child child = chosen(folder, underTest());
        assertSaid(child, "open before use false");
        assertSaid(child, "opened " + underTest());
    }

    @Test
    @Checks("SEL-6")
    void whatIsBrokenHarmsNobody(@TempDir Path folder) throws IOException {
        Child child = chosen(folder, underTest(), Broken.class, Best.class);
        assertSaid(child, "candidate " + Broken.class.getName() + " false false");
        assertSaid(child, "candidate tck-best-b true false");
        assertSaid(child, "opened " + underTest());
    }
}
