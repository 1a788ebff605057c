/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.PendingSignal;
import org.signals4j.ReservedSignalException;
import org.signals4j.Signal;
import org.signals4j.SignalSystem;
import org.signals4j.ThreadMask;
import org.signals4j.ThreadTarget;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.Child;
import org.signals4j.tck.support.ChildContext;
import org.signals4j.tck.support.ChildProgram;
import org.signals4j.tck.support.InChild;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsRealKernel;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** The signal mask of a thread. */
@Needs(Capability.THREAD_MASK)
class MaskContract extends InChild {

    private static String names(Set<Signal> signals) {
        return signals.stream()
                .map(Signal::name)
                .collect(Collectors.toCollection(TreeSet::new))
                .toString();
    }

    private static String names(Signal... signals) {
        return names(Set.of(signals));
    }

    /** Changes the mask in all ways. */
    public static final class Changes implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal one = child.signal(0);
            Signal two = child.signal(1);
            SignalSystem system = child.system();
            ThreadMask mask = system.threadMask();
            Set<Signal> start = mask.blocked();
            // The JVM has some blocked in all threads.
            Function<Set<Signal>, String> more = now -> {
                Set<Signal> added = new LinkedHashSet<>(now);
                added.removeAll(start);
                return names(added);
            };
            child.say("block returned " + more.apply(mask.block(Set.of(one))));
            child.say("blocked " + more.apply(mask.blocked()));
            child.say("set returned " + more.apply(mask.set(Set.of(two))));
            child.say("blocked " + more.apply(mask.blocked()));
            FutureTask<String> other =
                    new FutureTask<>(() -> more.apply(system.threadMask().blocked()));
            child.say("unblock returned " + more.apply(mask.unblock(Set.of(two, one))));
            child.say("blocked " + more.apply(mask.blocked()));
            // A thread inherits the mask of the one that starts it: this one is started now, and looks later.
            Thread free = new Thread(() -> {
                synchronized (other) {
                    try {
                        other.wait();
                    } catch (InterruptedException ended) {
                        return;
                    }
                }
                other.run();
            });
            free.start();
            while (free.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            mask.block(Set.of(one, two));
            synchronized (other) {
                other.notifyAll();
            }
            child.say("another thread " + other.get());
            mask.set(start);
            child.say("back " + mask.blocked().equals(start));
            for (Signal each : system.signals()) {
                if (!system.info(each).allowed()) {
                    try {
                        mask.block(Set.of(one, each));
                        child.say("accepted " + each);
                    } catch (ReservedSignalException expected) {
                        if (mask.blocked().contains(one)) {
                            child.say("half done " + each);
                        }
                    }
                }
            }
            Set<Signal> before = mask.block(system.supported());
            System.gc();
            child.say("all " + mask.blocked().containsAll(system.supported()));
            mask.set(before);
            child.say("end " + mask.blocked().equals(start));
        }
    }

    @Test
    @Checks({"MASK-1", "MASK-2", "MASK-4", "MASK-5"})
    void aMaskIsChangedAndOfOneThread() {
        Signal one = harmless(0);
        Signal two = harmless(1);
        Child child = child(Changes.class, one, two).start();
        child.awaitLine("end");
        assertEquals(
                List.of(
                        "block returned []",
                        "blocked " + names(one),
                        "set returned " + names(one),
                        "blocked " + names(two),
                        "unblock returned " + names(two),
                        "blocked []",
                        "another thread []",
                        "back true",
                        "end true"),
                child.lines().stream().filter(line -> !line.startsWith("all")).toList());
        assertEquals(0, child.exitCode());
    }

    @Test
    @Checks("MASK-6")
    @NeedsRealKernel
    void allThatIsSupportedCanBeBlocked() {
        Child child = child(Changes.class, harmless(0), harmless(1)).start();
        assertEquals("all true", child.awaitLine("all"));
        assertEquals("end true", child.awaitLine("end"));
    }

    /** Sends to its own thread what that has blocked. */
    public static final class Blocked implements ChildProgram {
        @Override
        public void run(ChildContext child) throws Exception {
            Signal signal = child.signal(0);
            Signal sentinel = child.signal(1);
            SignalSystem system = child.system();
            ThreadMask mask = system.threadMask();
            Recorder handler = new Recorder();
            Recorder other = new Recorder();
            system.handle(signal, handler);
            system.handle(sentinel, other);
            ThreadTarget here = system.currentThread();
            mask.block(Set.of(signal));
            system.sendToThread(here, signal);
            system.sendToThread(here, sentinel);
            other.next("the signal that is not blocked");
            child.say("while blocked " + handler.size());
            if (system.supports(Capability.PENDING)) {
                child.say("pending "
                        + system.pending().stream()
                                .filter(each -> each.heldBy() == PendingSignal.Keeper.KERNEL)
                                .map(each -> each.signal().name())
                                .toList());
            } else {
                child.say("pending [" + signal.name() + "]");
            }
            child.say("await " + system.await(Set.of(signal)).signal().name());
            child.say("mask " + mask.blocked().contains(signal));
            system.sendToThread(here, signal);
            mask.unblock(Set.of(signal));
            child.say("unblocked "
                    + handler.next("the signal that was blocked").signal().name());
            Patience.await("one event", () -> handler.size() == 1);
            child.say("end " + handler.size());
        }
    }

    @Test
    @Checks({"MASK-3", "MASK-7"})
    @Needs(Capability.THREAD_TARGET)
    void whatIsBlockedWaits() {
        blocked();
    }

    @Test
    @Checks("PND-2")
    @Needs({Capability.THREAD_TARGET, Capability.PENDING})
    void whatIsBlockedIsPending() {
        blocked();
    }

    private void blocked() {
        Signal signal = harmless(0);
        Child child = child(Blocked.class, signal, harmless(1)).start();
        child.awaitLine("end");
        assertEquals(
                List.of(
                        "while blocked 0",
                        "pending [" + signal.name() + "]",
                        "await " + signal.name(),
                        "mask true",
                        "unblocked " + signal.name(),
                        "end 1"),
                child.lines());
    }
}
