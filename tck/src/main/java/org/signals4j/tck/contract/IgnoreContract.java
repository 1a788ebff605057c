/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.HandleOption;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.StandardSignal;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsRealKernel;
import org.signals4j.tck.support.NeedsSender;
import org.signals4j.tck.support.NeedsSignal;

/** Signals that are ignored. */
class IgnoreContract extends InChild {

    /** Started with the signal ignored. */
    public static final class Inherits implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal signal = child.signal(0);
            var system = child.system();
            child.say("handle " + (system.handle(signal, event -> child.say("got it")) == SignalHandler.IGNORE));
            child.say("handler " + (system.handler(signal) == SignalHandler.IGNORE));
            child.say("active "
                    + system.subscribe(signal, event -> child.say("got it")).isActive());
            try {
                system.await(Set.of(signal));
                child.say("await returned");
            } catch (IllegalStateException refused) {
                child.say("await refused");
            }
            child.say("ready");
            child.awaitProceed();
            if (child.arg(1).equals("override")) {
                system.handle(signal, event -> child.say("taken"), HandleOption.OVERRIDE_IGNORED);
                child.say("overridden");
                child.awaitProceed();
            }
            child.say("lives");
            Runtime.getRuntime().halt(7);
        }
    }

    @Test
    @Checks({"IGN-1", "IGN-2", "IGN-7"})
    @NeedsSender
    @NeedsSignal("SIGHUP")
    void anInheritedIgnoreStays() {
        Child child = child(Inherits.class, StandardSignal.SIGHUP, "respect")
                .ignoring(StandardSignal.SIGHUP)
                .start();
        child.awaitLine("ready");
        for (String line : List.of("handle true", "handler true", "active false", "await refused")) {
            assertEquals(List.of(line), child.linesWith(line), child.toString());
        }
        for (int i = 0; i < 3; i++) {
            child.signal(StandardSignal.SIGHUP);
        }
        child.proceed();
        child.awaitLine("lives");
        assertEquals(7, child.exitCode(), child.toString());
        assertEquals(List.of(), child.linesWith("got it"), child.toString());
    }

    @Test
    @Checks("IGN-3")
    @Needs(Capability.OVERRIDE_IGNORED)
    @NeedsSender
    @NeedsSignal("SIGHUP")
    void whoMeansItCanTakeIt() {
        Child child = child(Inherits.class, StandardSignal.SIGHUP, "override")
                .ignoring(StandardSignal.SIGHUP)
                .start();
        child.awaitLine("ready");
        child.proceed();
        child.awaitLine("overridden");
        child.signal(StandardSignal.SIGHUP);
        child.awaitLine("taken");
        child.proceed();
        assertEquals(7, child.exitCode(), child.toString());
    }

    /** Ignores or takes a signal, and starts a program that is asked about it. */
    public static final class Parent implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal signal = child.signal(0);
            if (child.arg(1).equals("ignores")) {
                child.system().handle(signal, SignalHandler.IGNORE);
            } else {
                child.system().handle(signal, event -> {});
            }
            // A shell in which the signal is ignored cannot be ended by it.
            String script = "kill -" + child.system().number(signal) + " $$; echo survived";
            Process process = new ProcessBuilder("/bin/sh", "-c", script).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            child.say("child " + process.waitFor() + " " + output.trim());
            Runtime.getRuntime().halt(7);
        }
    }

    @Test
    @Checks("IGN-5")
    @Needs(Capability.REAL_IGNORE)
    @NeedsRealKernel
    @NeedsSignal("SIGTERM")
    void anIgnoreIsInheritedByChildren() {
        assumeShell();
        assertEquals(
                "child 0 survived",
                child(Parent.class, "SIGTERM", "ignores").start().awaitLine("child"));
    }

    @Test
    @Checks("IGN-6")
    @NeedsSender
    @NeedsSignal("SIGUSR1")
    void whatIsTakenIsNotInherited() {
        assumeShell();
        int number = environment().number(StandardSignal.SIGUSR1);
        assertEquals(
                "child " + (128 + number),
                child(Parent.class, "SIGUSR1", "takes")
                        .start()
                        .awaitLine("child")
                        .trim());
    }

    private static void assumeShell() {
        Assumptions.assumeTrue(
                java.nio.file.Files.isExecutable(java.nio.file.Path.of("/bin/sh")),
                "not applicable: there is no /bin/sh");
    }
}
