/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.StandardSignal;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsSender;
import org.signals4j.tck.support.NeedsSignal;
import org.signals4j.tck.support.Patience;

/** The system's own default actions. */
@Needs({Capability.SYSTEM_DEFAULT, Capability.RAISE})
class SystemDefaultContract extends InChild {

    /** Sets the true default, or only watches, and raises. */
    public static final class Raises implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal signal = child.signal(0);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> child.say("hook")));
            if (child.arg(1).equals("system")) {
                child.system().handle(signal, SignalHandler.SYSTEM_DEFAULT);
            } else {
                child.system().subscribe(signal, event -> child.say("watched"));
            }
            child.say("ready");
            child.system().raise(signal);
            child.awaitProceed();
            child.say("lives");
            Runtime.getRuntime().halt(7);
        }
    }

    @Test
    @Checks("DEF-5")
    @NeedsSignal("SIGTERM")
    void theTrueDefaultOfTermRunsNoHook() {
        Child child = child(Raises.class, "SIGTERM", "system").start();
        assertEquals(143, child.exitCode(), child.toString());
        assertEquals(List.of(), child.linesWith("hook"), child.toString());
    }

    @Test
    @Checks("DEF-6")
    @NeedsSignal("SIGUSR1")
    void whatKillsByDefaultKillsByThatSignal() {
        Child child = child(Raises.class, "SIGUSR1", "watched").start();
        int number = environment().number(StandardSignal.SIGUSR1);
        assertEquals(128 + number, child.exitCode(), child.toString());
        assertTrue(child.lines().contains("watched"), child.toString());
        assertEquals(List.of(), child.linesWith("hook"), child.toString());
    }

    @Test
    @Checks("DEF-7")
    @NeedsSignal("SIGWINCH")
    void whatDoesNothingByDefaultDoesNothing() {
        Child child = child(Raises.class, "SIGWINCH", "watched").start();
        child.awaitLine("watched");
        child.proceed();
        child.awaitLine("lives");
        assertEquals(7, child.exitCode(), child.toString());
    }

    /** Watches a stop, and says so each time. */
    public static final class Stops implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            child.system().subscribe(StandardSignal.SIGTSTP, event -> child.say("stopping"));
            child.system().subscribe(StandardSignal.SIGCONT, event -> child.say("continued"));
            child.say("ready");
            child.awaitProceed();
            Runtime.getRuntime().halt(7);
        }
    }

    @Test
    @Checks("DEF-8")
    @NeedsSender
    @NeedsSignal({"SIGTSTP", "SIGCONT"})
    void aStopThatIsWatchedStopsAgainAndAgain() throws IOException {
        assumeThatProcessesStopHere();
        Child child = child(Stops.class).start();
        child.awaitLine("ready");
        for (int i = 1; i <= 2; i++) {
            child.signal(StandardSignal.SIGTSTP);
            child.awaitLines("stopping", i);
            child.awaitStopped();
            child.signal(StandardSignal.SIGCONT);
            child.awaitLines("continued", i);
        }
        child.proceed();
        assertEquals(7, child.exitCode(), child.toString());
    }

    /** The kernel stops nobody in an orphaned process group, as that of a build often is. */
    private static void assumeThatProcessesStopHere() throws IOException {
        Process probe = new ProcessBuilder("/bin/sh", "-c", "kill -TSTP $$; exit 5").start();
        try {
            Path state = Path.of("/proc", Long.toString(probe.pid()), "stat");
            Patience.await("a shell that stops itself, or goes on", () -> !probe.isAlive() || isStopped(state));
            Assumptions.assumeTrue(probe.isAlive(), "not applicable: the system stops no process of this group");
        } finally {
            probe.destroyForcibly();
        }
    }

    private static boolean isStopped(Path state) {
        try {
            return Files.readString(state).matches("(?s).*\\) T .*");
        } catch (IOException ended) {
            return false;
        }
    }
}
