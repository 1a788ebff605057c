/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.DefaultAction;
import org.signals4j.HandleOption;
import org.signals4j.Signal;
import org.signals4j.SignalException;
import org.signals4j.SignalHandler;
import org.signals4j.StandardSignal;
import org.signals4j.spi.SignalSpec;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsRealKernel;
import org.signals4j.tck.support.NeedsSender;
import org.signals4j.tck.support.NeedsSignal;
import org.signals4j.tck.support.Recorder;

/** Signals that are ignored. */
class IgnoreContract extends InChild {

    /** The signals whose ignore is respected where it was inherited. */
    private static final List<StandardSignal> INHERITABLE =
            List.of(StandardSignal.SIGHUP, StandardSignal.SIGINT, StandardSignal.SIGTERM);

    /** Ignores each of some signals, raises them, and lives. */
    public static final class Ignores implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            var system = child.system();
            Recorder sentinel = new Recorder();
            system.handle(child.signal(0), sentinel);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> child.say("hook")));
            int raised = 0;
            for (int i = 1; i < child.args().size(); i++) {
                Signal signal = child.signal(i);
                child.say("ignores " + signal);
                system.handle(signal, SignalHandler.IGNORE);
                try {
                    system.raise(signal);
                    system.raise(signal);
                    raised++;
                } catch (UnsupportedOperationException | SignalException refused) {
                    child.say("refused " + signal);
                }
                system.raise(child.signal(0));
                sentinel.next("an event after " + signal + " was ignored");
            }
            child.say("raised " + raised);
            child.awaitProceed();
            Runtime.getRuntime().halt(7);
        }
    }

    @Test
    @Checks("REG-6")
    @Needs(Capability.RAISE)
    void whatIsIgnoredDoesNotKill() {
        List<Object> deadly = new ArrayList<>(List.of(harmless(0)));
        environment().table().stream()
                .filter(spec -> spec.refusal().isEmpty() && spec.ignoreRefusal().isEmpty())
                .filter(spec -> spec.defaultAction() == DefaultAction.TERMINATE
                        || spec.defaultAction() == DefaultAction.CORE_DUMP)
                .map(SignalSpec::signal)
                .filter(signal -> signal instanceof StandardSignal && !signal.equals(harmless(0)))
                .forEach(deadly::add);
        Assumptions.assumeTrue(deadly.size() > 1, "not applicable: no signal here kills by default");
        Child child = child(Ignores.class, deadly.toArray()).start();
        String raised = child.awaitLine("raised");
        assertNotEquals("raised 0", raised, child.toString());
        child.proceed();
        assertEquals(7, child.exitCode(), child.toString());
        assertEquals(List.of(), child.linesWith("hook"), child.toString());
    }

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
    void anInheritedIgnoreStays() {
        inheritable().forEach(this::staysIgnored);
    }

    private List<StandardSignal> inheritable() {
        List<StandardSignal> some = INHERITABLE.stream()
                .filter(signal -> environment().supports(signal.name()))
                .toList();
        Assumptions.assumeTrue(!some.isEmpty(), "not applicable: there is none of " + INHERITABLE + " to be taken");
        return some;
    }

    private void staysIgnored(StandardSignal signal) {
        Child child = child(Inherits.class, signal, "respect").ignoring(signal).start();
        child.awaitLine("ready");
        for (String line : List.of("handle true", "handler true", "active false", "await refused")) {
            assertEquals(List.of(line), child.linesWith(line), child.toString());
        }
        for (int i = 0; i < 3; i++) {
            child.signal(signal);
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
    void whoMeansItCanTakeIt() {
        inheritable().forEach(this::isOverridden);
    }

    private void isOverridden(StandardSignal signal) {
        Child child = child(Inherits.class, signal, "override").ignoring(signal).start();
        child.awaitLine("ready");
        child.proceed();
        child.awaitLine("overridden");
        child.signal(signal);
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
