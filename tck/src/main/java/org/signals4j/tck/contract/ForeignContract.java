/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.ForeignHandlerException;
import org.signals4j.HandleOption;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.SignalSystem;
import org.signals4j.Subscription;
import org.signals4j.tck.ForeignHandlers;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.Environment;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsForeign;

/** Native handlers that are nobody's. */
@Needs({Capability.KERNEL_STATE, Capability.RAISE})
@NeedsForeign
class ForeignContract extends InChild {

    /** Goes through all of it, and says what it sees. */
    public static final class Program implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal signal = child.signal(0);
            ForeignHandlers foreign = Environment.foreignHandlers(child.arg(1));
            SignalSystem system = child.system();
            int number = system.number(signal);
            try {
                system.handle(signal, SignalHandler.FOREIGN);
                child.say("none accepted");
            } catch (IllegalArgumentException refused) {
                child.say("none refused");
            }
            foreign.install(signal, number);
            child.say(
                    "seen " + system.handler(signal) + " " + system.info(signal).disposition());
            refused(child, "handle", () -> system.handle(signal, event -> {}));
            refused(child, "subscribe", () -> system.subscribe(signal, event -> {}));
            refused(child, "hold", () -> system.hold(signal));
            refused(child, "next", () -> system.next(signal));
            refused(child, "stream", () -> system.stream(Set.of(signal), 1));
            refused(child, "ignore", () -> system.handle(signal, SignalHandler.IGNORE));
            child.say("stays " + system.info(signal).disposition());
            SignalHandler previous = system.handle(signal, event -> child.say("event"), HandleOption.FORCE);
            child.say("forced " + previous + " " + system.info(signal).disposition());
            system.raise(signal);
            child.awaitProceed();
            system.handle(signal, SignalHandler.DEFAULT);
            child.say("given back " + system.info(signal).disposition());
            system.handle(signal, event -> {}, HandleOption.FORCE);
            system.handle(signal, previous);
            child.say("handed back " + system.handler(signal) + " "
                    + system.info(signal).disposition());
            Signal other = child.signal(2);
            system.handle(other, event -> {});
            Subscription watching = system.subscribe(other, event -> {});
            foreign.install(other, system.number(other));
            child.say("came later " + system.handler(other) + " "
                    + system.info(other).disposition());
            child.say("watching " + watching.isActive());
            Subscription forced = system.subscribe(signal, event -> {}, HandleOption.FORCE);
            child.say("subscribed " + system.info(signal).disposition());
            forced.close();
            child.say("unsubscribed " + system.info(signal).disposition());
            system.handle(signal, event -> {}, HandleOption.FORCE);
            system.close();
            try (SignalSystem again = SignalSystem.open(child.provider())) {
                child.say("left " + again.info(other).disposition());
                child.say("reinstated " + again.info(signal).disposition());
            }
            child.say("end");
        }

        private static void refused(ChildContext child, String what, Runnable call) {
            try {
                call.run();
                child.say(what + " accepted");
            } catch (ForeignHandlerException expected) {
                child.say(what + " refused");
            }
        }
    }

    @Test
    @Checks({"FOR-1", "FOR-2", "FOR-3", "FOR-4", "FOR-5"})
    void aForeignHandlerIsSeenLeftAloneAndReinstated() {
        Child child = child(
                        Program.class,
                        harmless(0),
                        environment().foreignHandlers().orElseThrow(),
                        harmless(1))
                .start();
        child.awaitLine("event");
        child.proceed();
        child.awaitLine("end");
        List<String> said = child.lines().stream()
                .filter(line -> !line.contains("WARNING") && !line.contains(" AM ") && !line.contains(" PM "))
                .filter(line -> !line.startsWith("event"))
                .toList();
        assertEquals(
                List.of(
                        "none refused",
                        "seen FOREIGN FOREIGN",
                        "handle refused",
                        "subscribe refused",
                        "hold refused",
                        "next refused",
                        "stream refused",
                        "ignore refused",
                        "stays FOREIGN",
                        "forced FOREIGN CAUGHT",
                        "given back FOREIGN",
                        "handed back FOREIGN FOREIGN",
                        "came later FOREIGN FOREIGN",
                        "watching false",
                        "subscribed CAUGHT",
                        "unsubscribed FOREIGN",
                        "left FOREIGN",
                        "reinstated FOREIGN",
                        "end"),
                said);
        assertEquals(0, child.exitCode());
    }
}
