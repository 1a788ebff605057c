/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.signals4j.Disposition;
import org.signals4j.IntervalTimer;
import org.signals4j.Signal;
import org.signals4j.SignalSystem;
import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/**
 * The signals of a process, for a unit test: those of a platform in memory. While one is open, {@link
 * org.signals4j.Signals} and {@link #system()} are served by it, and handlers and subscribers run as they always do.
 *
 * <pre>{@code
 * try (FakeSignals fake = FakeSignals.open()) {
 *     Signals.handle(SIGHUP, event -> reload());
 *     fake.deliver(SIGHUP);
 *     fake.awaitIdle(Duration.ofSeconds(5));
 *     // reload() has run
 * }
 * }</pre>
 *
 * <p>Nothing real happens: no default action, no signal to another process. What would have happened is recorded. What
 * the program raises, or sends to its own process or one of its threads, does arrive.
 *
 * <p>Safe for use by several threads. There is one in a JVM at a time, so tests that use it must not run in parallel.
 *
 * @since 0.1
 */
public final class FakeSignals implements AutoCloseable {

    private final FakeBackend backend;
    private final SignalSystem system;

    FakeSignals(FakePlatform platform) {
        backend = new FakeBackend(platform);
        system = SignalSystem.open(new Given(backend));
    }

    /** The provider of one backend that is there already. */
    private record Given(FakeBackend backend) implements SignalProvider {

        @Override
        public String name() {
            return new FakeSignalProvider().name();
        }

        @Override
        public int priority() {
            return new FakeSignalProvider().priority();
        }

        @Override
        public Availability availability() {
            return new FakeSignalProvider().availability();
        }

        @Override
        public SignalBackend open() {
            return backend;
        }
    }

    /**
     * Opens the signals of this process over a platform in memory that is like Linux, and on which nothing has happened.
     *
     * @return the fake; it is to be closed
     * @throws IllegalStateException if a {@link SignalSystem} is open
     */
    public static FakeSignals open() {
        return platform().open();
    }

    /**
     * Describes another platform.
     *
     * @return the description, to be completed and opened
     */
    public static FakePlatform platform() {
        return new FakePlatform();
    }

    /**
     * Returns the system over the platform, the one that {@link org.signals4j.Signals} uses now.
     *
     * @return the system
     */
    public SignalSystem system() {
        return system;
    }

    /**
     * Has a signal arrive that another process has sent.
     *
     * @param signal the signal
     * @throws IllegalArgumentException if the platform does not have it
     */
    public void deliver(Signal signal) {
        deliver(FakeArrival.of(signal));
    }

    /**
     * Has a signal arrive. If the program has not taken it, what the process does with it by default is recorded.
     * Returns at once; {@link #awaitIdle} waits for the handlers.
     *
     * @param arrival the signal and its details
     * @throws IllegalArgumentException if the platform does not have it
     */
    public void deliver(FakeArrival arrival) {
        backend.deliver(arrival);
    }

    /**
     * Waits until whatever has arrived was dealt with: handlers and subscribers have returned, and what nobody took has
     * had its default action. Two things are not waited for: a subscriber with an executor of its own, and a signal
     * that a mask keeps from its thread. What a {@link org.signals4j.Hold} keeps, or a bound main thread has not come
     * to, is waited for in vain.
     *
     * @param atMost how long
     * @throws AssertionError if the time is up; it names the signals
     * @throws InterruptedException if the thread is interrupted
     */
    public void awaitIdle(Duration atMost) throws InterruptedException {
        Map<String, Integer> open = backend.awaitIdle(TimeUnit.NANOSECONDS.convert(atMost));
        if (!open.isEmpty()) {
            throw new AssertionError("after " + atMost + " these signals, by name and how often, are not dealt with: "
                    + open + "; " + backend.unread() + " of them were not even read. A handler that does not return,"
                    + " an open Hold, or a bound main thread without a safe point keeps them");
        }
    }

    /**
     * Returns the default actions that would have happened.
     *
     * @return them, in order; one for each delivery that nobody took or cancelled
     */
    public List<AppliedDefault> defaults() {
        return backend.defaults();
    }

    /**
     * Returns what arrived and was ignored.
     *
     * @return the signals, in order
     */
    public List<Signal> ignored() {
        return backend.ignored();
    }

    /**
     * Returns what arrived and would have gone to somebody else's native handler.
     *
     * @return the signals, in order
     */
    public List<Signal> passedToForeign() {
        return backend.passedToForeign();
    }

    /**
     * Returns what was sent to processes, groups and threads. What was raised is not in it.
     *
     * @return the records, in order
     */
    public List<SentSignal> sent() {
        return backend.sent();
    }

    /** Forgets what {@link #defaults}, {@link #ignored}, {@link #passedToForeign} and {@link #sent} return. */
    public void clearRecords() {
        backend.clearRecords();
    }

    /**
     * Returns the signals that interrupt system calls, as the program has asked for; the fake does nothing else with it.
     *
     * @return the signals
     */
    public Set<Signal> interrupting() {
        return backend.interrupting();
    }

    /**
     * Returns what the process does with a signal at this moment.
     *
     * @param signal the signal
     * @return the platform's answer
     */
    public Disposition disposition(Signal signal) {
        return system.info(signal).disposition();
    }

    /**
     * Has somebody else install a native handler behind the program's back.
     *
     * @param signal the signal
     * @throws IllegalArgumentException if the platform does not have it
     */
    public void replaceByForeign(Signal signal) {
        backend.replaceByForeign(signal);
    }

    /**
     * Has a timer that the program has set expire now, instead of when its time has come. One with a period starts its
     * next one now.
     *
     * @param timer the timer
     * @throws IllegalStateException if the program has not set it
     */
    public void expire(IntervalTimer timer) {
        if (!backend.expire(Objects.requireNonNull(timer, "timer"))) {
            throw new IllegalStateException("the timer " + timer + " is not set");
        }
    }

    /**
     * Has sending to a process fail from now on, with {@code ESRCH}, because it has ended.
     *
     * @param pid the process
     */
    public void endProcess(long pid) {
        backend.endProcess(pid);
    }

    /**
     * Has sending to a group fail from now on, with {@code ESRCH}, because its last process has ended.
     *
     * @param group the group
     */
    public void endGroup(long group) {
        backend.endGroup(group);
    }

    /**
     * Has the statistics say that arrivals were lost.
     *
     * @param signal the signal
     * @param count how many more
     * @throws IllegalArgumentException if the count is negative, or the platform does not have the signal
     */
    public void lose(Signal signal, long count) {
        if (count < 0) {
            throw new IllegalArgumentException("what was lost only grows, so not by " + count);
        }
        backend.lose(signal, count);
    }

    /**
     * Closes the system, and stops the timers. The records stay. Closing again does nothing.
     */
    @Override
    public void close() {
        system.close();
        backend.disarmTimers();
    }
}
