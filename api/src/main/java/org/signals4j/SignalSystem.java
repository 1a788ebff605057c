/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.signals4j.internal.ProcessClaim;
import org.signals4j.internal.dispatch.Settings;
import org.signals4j.internal.dispatch.SignalEngine;
import org.signals4j.internal.select.ProviderSelector;
import org.signals4j.internal.stream.EventPublisher;
import org.signals4j.internal.stream.PipeChannel;
import org.signals4j.internal.stream.QueueStream;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.SignalProvider;

/**
 * The signals of this process, served by one provider. {@link Signals} has the same methods over the system that is
 * open, and opens one when first needed: most programs use that.
 *
 * <p>There is one system in a process at a time, because a process has its signals only once. Safe for use by several
 * threads. After {@link #close()} every method that would change something, send a signal or wait for one throws {@link
 * IllegalStateException}; those that only look go on.
 *
 * <p>What a signal does when it arrives: the subscribers are called, the newest first; then the handler; and if there
 * is no handler, and nobody has cancelled it, what the process did with the signal before happens now. All of this runs
 * on one dispatch thread, one event at a time. See {@link SignalHandler}.
 *
 * @since 0.1
 */
public final class SignalSystem implements AutoCloseable {

    /** The system property that names the provider to use. */
    private static final String PROVIDER_PROPERTY = "signals4j.provider";

    /** The system that is open, or the last one. Guarded by the class. */
    private static SignalSystem latest;

    private final SignalEngine engine;
    private final String openedBy;
    private volatile boolean closed;

    private SignalSystem(SignalEngine engine) {
        this.engine = engine;
        this.openedBy = "thread '" + Thread.currentThread().getName() + "'";
    }

    /**
     * Opens a system with the provider that fits best: the one that the system property
     * {@systemProperty signals4j.provider} names, else the available one of the highest priority.
     *
     * @return the system
     * @throws NoProviderException if there is none; it names every candidate and its reason
     * @throws IllegalStateException if a system is open, here or in a copy of signals4j of another class loader
     */
    public static SignalSystem open() {
        return open(ProviderSelector.find(System.getProperty(PROVIDER_PROPERTY)).provider());
    }

    /**
     * Opens a system with the provider of a name.
     *
     * @param provider the name, for example {@code "sunmisc"}
     * @return the system
     * @throws NoProviderException if there is none of that name, or it is not available here
     * @throws IllegalStateException if a system is open, here or in a copy of signals4j of another class loader
     */
    public static SignalSystem open(String provider) {
        return open(ProviderSelector.find(Objects.requireNonNull(provider, "provider"))
                .provider());
    }

    /**
     * Opens a system with a given provider, whatever others there are.
     *
     * @param provider the provider
     * @return the system
     * @throws IllegalStateException if a system is open, here or in a copy of signals4j of another class loader
     */
    public static SignalSystem open(SignalProvider provider) {
        Objects.requireNonNull(provider, "provider");
        synchronized (SignalSystem.class) {
            if (latest != null && !latest.isClosed()) {
                throw new IllegalStateException("the signals of this process are served by a SignalSystem already:"
                        + " provider '" + latest.provider() + "', opened by " + latest.openedBy
                        + "; use it through Signals, or close it first");
            }
            ProcessClaim.claim();
            if (latest != null) {
                latest.engine.retire();
                latest = null;
            }
            latest = new SignalSystem(new SignalEngine(provider.name(), provider.open()));
            return latest;
        }
    }

    /**
     * Returns the system that is open.
     *
     * @return the system; empty if there is none, or it was closed
     */
    public static Optional<SignalSystem> current() {
        synchronized (SignalSystem.class) {
            return Optional.ofNullable(latest).filter(system -> !system.isClosed());
        }
    }

    static SignalSystem currentOrOpen() {
        synchronized (SignalSystem.class) {
            return latest != null && !latest.isClosed() ? latest : open();
        }
    }

    /**
     * Looks for providers without opening one.
     *
     * @return every provider on the path, the best first, and whether and why {@link #open()} would choose it
     */
    public static List<ProviderCandidate> candidates() {
        return ProviderSelector.find(System.getProperty(PROVIDER_PROPERTY)).candidates();
    }

    /**
     * Looks for providers as {@link #candidates()} does, if a given one were asked for.
     *
     * @param provider the name of a provider
     * @return every provider on the path, the best first, and whether and why it would be chosen
     */
    public static List<ProviderCandidate> candidates(String provider) {
        return ProviderSelector.find(Objects.requireNonNull(provider, "provider"))
                .candidates();
    }

    /**
     * Returns which provider serves this system.
     *
     * @return its name
     */
    public String provider() {
        return engine.provider();
    }

    /**
     * Returns what the provider can do.
     *
     * @return an unmodifiable set
     */
    public Set<Capability> capabilities() {
        return engine.capabilities();
    }

    /**
     * Tells whether the provider can do something.
     *
     * @param capability what
     * @return whether {@link #capabilities()} contains it
     */
    public boolean supports(Capability capability) {
        return engine.capabilities().contains(Objects.requireNonNull(capability, "capability"));
    }

    /**
     * Returns the signals that this platform has, those included that an application must not take.
     *
     * @return an unmodifiable set, in the order of the numbers
     */
    public Set<Signal> signals() {
        return engine.signals();
    }

    /**
     * Returns the signals that an application may handle here. Python: {@code signal.valid_signals()}, which contains
     * SIGKILL and the like too.
     *
     * @return an unmodifiable set, in the order of the numbers
     */
    public Set<Signal> supported() {
        return engine.supported();
    }

    /**
     * Returns the signal of a number. Python: {@code signal.Signals(number)}.
     *
     * @param number a signal's number on this platform
     * @return the signal
     * @throws IllegalArgumentException if no signal has this number
     */
    public Signal lookup(int number) {
        return engine.lookup(number);
    }

    /**
     * Returns the signal of a name or number: all that {@link Signal#of} takes, and {@code "15"},
     * {@code "SIGRTMAX-1"}, and names that only this platform has. Python: {@code signal.Signals[name]}.
     *
     * @param name a name or a decimal number
     * @return the signal
     * @throws IllegalArgumentException if there is no such signal; the message suggests the nearest name
     * @throws UnsupportedSignalException if this platform does not have it
     */
    public Signal lookup(String name) {
        return engine.lookup(Objects.requireNonNull(name, "name"));
    }

    /**
     * Returns a signal's number on this platform. Python: the value of {@code signal.SIG*}.
     *
     * @param signal a signal
     * @return a number greater than zero
     * @throws UnsupportedSignalException if this platform does not have the signal
     */
    public int number(Signal signal) {
        return engine.spec(Objects.requireNonNull(signal, "signal")).number();
    }

    /**
     * Returns the platform's text for a signal, for example {@code "Terminated"}. Python: {@code signal.strsignal}.
     *
     * @param signal a signal
     * @return the text
     * @throws UnsupportedSignalException if this platform does not have the signal
     * @see <a href="https://man7.org/linux/man-pages/man3/strsignal.3.html">strsignal(3)</a>
     */
    public String describe(Signal signal) {
        return engine.spec(Objects.requireNonNull(signal, "signal")).description();
    }

    /**
     * Returns what is known of a signal, what the process does with it now included. Changes nothing.
     *
     * @param signal a signal
     * @return what is known
     * @throws UnsupportedSignalException if this platform does not have the signal
     */
    public SignalInfo info(Signal signal) {
        return engine.info(Objects.requireNonNull(signal, "signal"));
    }

    /**
     * Returns what handles a signal. Python: {@code signal.getsignal}.
     *
     * @param signal a signal
     * @return what {@link #handle handle} has set while signals4j has the signal, else what the system says
     * @throws UnsupportedSignalException if this platform does not have the signal
     */
    public SignalHandler handler(Signal signal) {
        return engine.handler(Objects.requireNonNull(signal, "signal"));
    }

    /**
     * Takes a signal over: from now on the handler decides what happens, and not the process's default. Python:
     * {@code signal.signal}; here any thread may call it.
     *
     * <p>If the process was started with SIGHUP, SIGINT or SIGTERM ignored, that stays, and {@code IGNORE} is returned;
     * {@link HandleOption#OVERRIDE_IGNORED} changes that.
     *
     * @param signal the signal
     * @param handler code, or one of the constants of {@link SignalHandler}
     * @param options how
     * @return what handled the signal until now, to be handed back when it is to be as it was
     * @throws UnsupportedSignalException if this platform does not have the signal
     * @throws ReservedSignalException if the signal must not be taken, or not be ignored
     * @throws ForeignHandlerException if a foreign native handler is there, without {@link HandleOption#FORCE}
     * @throws IllegalArgumentException if {@code handler} is {@code FOREIGN} and no foreign handler was replaced
     * @throws UnsupportedOperationException if the provider cannot do what handler and options ask for
     * @throws SignalException if the system refuses
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/sigaction.html">POSIX sigaction</a>
     */
    public SignalHandler handle(Signal signal, SignalHandler handler, HandleOption... options) {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(handler, "handler");
        return engine.handle(signal, handler, settings(options));
    }

    /**
     * Watches signals. What happened without the subscription still happens after it, the handler or the process's
     * default, unless a subscriber cancels the default. Python has nothing like it.
     *
     * @param signals one or more signals
     * @param listener called for each event
     * @param options how
     * @return the subscription; it is to be closed
     * @throws IllegalArgumentException if {@code signals} is empty
     * @throws UnsupportedSignalException if this platform does not have one of the signals
     * @throws ReservedSignalException if one of the signals must not be taken
     * @throws ForeignHandlerException if a foreign native handler is there, without {@link HandleOption#FORCE}
     * @throws SignalException if the system refuses
     */
    public Subscription subscribe(
            Collection<? extends Signal> signals, SignalListener listener, SubscribeOption... options) {
        Objects.requireNonNull(listener, "listener");
        return engine.subscribe(nonNull(signals), listener, settings(options));
    }

    /**
     * Watches one signal, as {@link #subscribe(Collection, SignalListener, SubscribeOption...)} does.
     *
     * @param signal the signal
     * @param listener called for each event
     * @param options how
     * @return the subscription; it is to be closed
     */
    public Subscription subscribe(Signal signal, SignalListener listener, SubscribeOption... options) {
        return subscribe(List.of(signal), listener, options);
    }

    /**
     * Raises a signal in this process. Its handler has not necessarily run when this returns. Python:
     * {@code signal.raise_signal}, after which the handler has run.
     *
     * @param signal any signal that the platform has, reserved ones included
     * @throws UnsupportedSignalException if this platform does not have the signal
     * @throws UnsupportedOperationException if the provider cannot raise this signal
     * @throws SignalException if the system refuses
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/raise.html">POSIX raise</a>
     */
    public void raise(Signal signal) {
        engine.raise(Objects.requireNonNull(signal, "signal"));
    }

    /**
     * Sends a signal to a process. Python: {@code os.kill}, which broadcasts for 0 and below; this never does.
     *
     * @param pid the process
     * @param signal the signal
     * @throws IllegalArgumentException if {@code pid} is not 1 to {@link Integer#MAX_VALUE}; nothing was asked of the
     *     system then
     * @throws UnsupportedSignalException if this platform does not have the signal
     * @throws UnsupportedOperationException if the provider lacks {@link Capability#SEND}
     * @throws SignalException if the system refuses: there is no such process, or it is not ours to signal
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/kill.html">POSIX kill</a>
     */
    public void send(long pid, Signal signal) {
        Objects.requireNonNull(signal, "signal");
        engine.send(requirePid(pid), signal);
    }

    /**
     * Sends a signal to a process. Python: {@code os.kill}.
     *
     * @param process the process
     * @param signal the signal
     * @throws UnsupportedSignalException if this platform does not have the signal
     * @throws UnsupportedOperationException if the provider lacks {@link Capability#SEND}
     * @throws SignalException if the system refuses: there is no such process, or it is not ours to signal
     */
    public void send(ProcessHandle process, Signal signal) {
        send(process.pid(), signal);
    }

    /**
     * Sends a signal to every process of a group. Python: {@code os.killpg}.
     *
     * @param group the id of the group
     * @param signal the signal
     * @throws IllegalArgumentException if {@code group} is not 2 to {@link Integer#MAX_VALUE}: 0 is the caller's own,
     *     and 1 everybody; nothing was asked of the system then. Only with {@link Capability#CONSOLE_GROUP} is 0
     *     accepted: there it means the processes that share this console
     * @throws UnsupportedSignalException if this platform does not have the signal
     * @throws UnsupportedOperationException if the provider lacks {@link Capability#SEND_GROUP}
     * @throws SignalException if the system refuses
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/killpg.html">POSIX killpg</a>
     */
    public void sendToGroup(long group, Signal signal) {
        Objects.requireNonNull(signal, "signal");
        boolean console = group == 0 && supports(Capability.CONSOLE_GROUP);
        if ((group < 2 && !console) || group > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a process group is 2 to " + Integer.MAX_VALUE + ", not " + group
                    + " (0 would mean our own group, 1 and -1 every process)");
        }
        engine.sendToGroup((int) group, signal);
    }

    /**
     * Sends a signal with a value to a process. The kernel queues it if it is a real-time signal; a standard one may
     * merge with one that is pending, and its value get lost. Python has nothing like it.
     *
     * @param pid the process
     * @param signal the signal
     * @param value the value; a receiver that expects C's {@code sival_int} sees the low 32 bits
     * @throws IllegalArgumentException if {@code pid} is not 1 to {@link Integer#MAX_VALUE}
     * @throws UnsupportedSignalException if this platform does not have the signal
     * @throws UnsupportedOperationException if the provider lacks {@link Capability#QUEUE}
     * @throws SignalException if the system refuses; EAGAIN means that the receiver's queue is full: try again later
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/sigqueue.html">POSIX sigqueue</a>
     */
    public void queue(long pid, Signal signal, long value) {
        Objects.requireNonNull(signal, "signal");
        engine.queue(requirePid(pid), signal, value);
    }

    /**
     * Sends a signal with a value to a process, as {@link #queue(long, Signal, long)} does.
     *
     * @param process the process
     * @param signal the signal
     * @param value the value
     */
    public void queue(ProcessHandle process, Signal signal, long value) {
        queue(process.pid(), signal, value);
    }

    /**
     * Returns the calling thread as a target of signals.
     *
     * @return the target
     * @throws UnsupportedOperationException on a virtual thread, and if the provider lacks
     *     {@link Capability#THREAD_TARGET}
     */
    public ThreadTarget currentThread() {
        return new ThreadTarget(engine.currentThread());
    }

    /**
     * Sends a signal to one thread of this process. The handler runs where every handler runs; what the target decides
     * is whose mask counts and whose system calls are interrupted. Python: {@code signal.pthread_kill}.
     *
     * @param thread the thread
     * @param signal the signal
     * @throws UnsupportedSignalException if this platform does not have the signal
     * @throws UnsupportedOperationException if the provider lacks {@link Capability#THREAD_TARGET}, and for a signal
     *     that the JVM sends to its threads for purposes of its own (SIGUSR2)
     * @throws SignalException if the system refuses; ESRCH means that the thread has ended
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/pthread_kill.html">POSIX
     *     pthread_kill</a>
     */
    public void sendToThread(ThreadTarget thread, Signal signal) {
        Objects.requireNonNull(signal, "signal");
        engine.sendToThread(thread.id(), signal);
    }

    /**
     * Has SIGALRM sent to this process after some time. There is one alarm: a new one replaces the old one. Python:
     * {@code signal.alarm}, in whole seconds.
     *
     * @param delay the time; zero cancels the alarm. Down to a microsecond, and never rounded to zero
     * @return what remained of the alarm before; zero if there was none
     * @throws IllegalArgumentException if the time is negative
     * @throws UnsupportedOperationException if the provider lacks {@link Capability#TIMERS}
     * @throws SignalException if the system refuses
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/alarm.html">POSIX alarm</a>
     */
    public Duration alarm(Duration delay) {
        return setTimer(IntervalTimer.REAL, delay, Duration.ZERO).delay();
    }

    /**
     * Sets an interval timer of this process. Python: {@code signal.setitimer}.
     *
     * @param timer which
     * @param delay the time until it expires first; zero disarms it. Down to a microsecond, and never rounded to zero
     * @param period the time between expirations after that; zero for one expiration
     * @return what was set before
     * @throws IllegalArgumentException if one of the times is negative
     * @throws UnsupportedOperationException if the provider lacks {@link Capability#TIMERS}
     * @throws SignalException if the system refuses
     * @see <a href="https://man7.org/linux/man-pages/man2/setitimer.2.html">setitimer(2)</a>
     */
    public TimerSetting setTimer(IntervalTimer timer, Duration delay, Duration period) {
        Objects.requireNonNull(timer, "timer");
        return engine.setTimer(timer, new TimerSetting(delay, period));
    }

    /**
     * Returns what is set for an interval timer. Python: {@code signal.getitimer}.
     *
     * @param timer which
     * @return what remains
     * @throws UnsupportedOperationException if the provider lacks {@link Capability#TIMERS}
     */
    public TimerSetting timer(IntervalTimer timer) {
        return engine.timer(Objects.requireNonNull(timer, "timer"));
    }

    /**
     * Says whether a signal interrupts system calls of the thread on which it arrives. Without a word they are
     * restarted. The JDK's own calls go on in any case: this is for native code. Python: {@code signal.siginterrupt}.
     *
     * @param signal the signal
     * @param interrupt whether they fail with EINTR
     * @throws ReservedSignalException if the signal must not be taken
     * @throws UnsupportedSignalException if this platform does not have the signal
     * @throws UnsupportedOperationException if the provider lacks {@link Capability#INTERRUPT}
     * @see <a href="https://man7.org/linux/man-pages/man3/siginterrupt.3.html">siginterrupt(3)</a>
     */
    public void siginterrupt(Signal signal, boolean interrupt) {
        engine.interrupt(Objects.requireNonNull(signal, "signal"), interrupt);
    }

    /**
     * Returns the signal mask of whichever thread calls its methods.
     *
     * @return the mask
     */
    public ThreadMask threadMask() {
        return new ThreadMask(engine);
    }

    /**
     * Holds signals back from everything in this process, until the hold is closed. Holds nest. This is the way to
     * protect a section of a Java program, and to wait without a gap in which a signal is missed:
     * {@code try (Hold hold = Signals.hold(S)) { ...; Signals.await(Set.of(S)); }}. Python: {@code pthread_sigmask},
     * which concerns one thread.
     *
     * @param signals one or more signals
     * @return the hold; it is to be closed
     * @throws IllegalArgumentException if there is no signal
     * @throws ReservedSignalException if one of the signals must not be taken
     * @throws UnsupportedSignalException if this platform does not have one of the signals
     * @throws ForeignHandlerException if a foreign native handler is there
     * @throws SignalException if the system refuses
     */
    public Hold hold(Signal... signals) {
        return engine.waiting().hold(List.of(signals));
    }

    /**
     * Returns what has arrived and was not delivered: what holds keep, and what the kernel has for this thread or for
     * the process. Python: {@code signal.sigpending}.
     *
     * @return an unmodifiable list; without {@link Capability#PENDING}, and on a virtual thread, of holds alone
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/sigpending.html">POSIX sigpending</a>
     */
    public List<PendingSignal> pending() {
        return engine.pending();
    }

    /**
     * Waits for one of some signals and takes it: neither subscribers nor the handler see it, and its default action
     * does not happen. Who waits first is served first; what is held or pending is taken at once. For the time of the
     * wait the signals are unblocked in the mask of the calling thread. On the bound main thread this is a safe point.
     * Python: {@code signal.sigwaitinfo}, {@code signal.sigwait}.
     *
     * @param signals one or more signals
     * @return what has arrived
     * @throws InterruptedException if the thread is interrupted; no signal was taken then
     * @throws IllegalArgumentException if there is no signal
     * @throws IllegalStateException inside a handler; for a signal whose ignore was inherited; and if the system is
     *     closed meanwhile
     * @throws ReservedSignalException if one of the signals must not be taken
     * @throws UnsupportedSignalException if this platform does not have one of the signals
     * @throws ForeignHandlerException if a foreign native handler is there
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/sigwaitinfo.html">POSIX
     *     sigwaitinfo</a>
     */
    public SignalEvent await(Collection<? extends Signal> signals) throws InterruptedException {
        return engine.waiting().await(nonNull(signals), null);
    }

    /**
     * Waits for one of some signals for a limited time and takes it, as {@link #await(Collection)} does. Python:
     * {@code signal.sigtimedwait}.
     *
     * @param signals one or more signals
     * @param timeout how long at most; zero only takes what is held or pending
     * @return what has arrived; empty if the time was up first
     * @throws InterruptedException if the thread is interrupted; no signal was taken then
     * @throws IllegalArgumentException if there is no signal, or the time is negative
     * @throws IllegalStateException as above
     */
    public Optional<SignalEvent> await(Collection<? extends Signal> signals, Duration timeout)
            throws InterruptedException {
        return Optional.ofNullable(engine.waiting().await(nonNull(signals), nanos(timeout)));
    }

    /**
     * Returns a future of the next arrival of one of some signals. It takes the signal as {@link #await(Collection)}
     * does; what depends on the future runs in its {@linkplain CompletableFuture#defaultExecutor() default executor},
     * as a rule the common pool. A future that is cancelled does not wait any more. It fails with an
     * {@link IllegalStateException} if the system is closed first.
     *
     * @param signals one or more signals
     * @return the future
     * @throws IllegalArgumentException if there is no signal
     * @throws IllegalStateException for a signal whose ignore was inherited
     * @throws ReservedSignalException if one of the signals must not be taken
     * @throws UnsupportedSignalException if this platform does not have one of the signals
     * @throws ForeignHandlerException if a foreign native handler is there
     */
    public CompletableFuture<SignalEvent> next(Signal... signals) {
        return engine.waiting().next(List.of(signals));
    }

    /**
     * Waits until a handler or a listener was called with a signal. On the bound main thread this is a safe point.
     * Python: {@code signal.pause}.
     *
     * @throws InterruptedException if the thread is interrupted
     * @throws IllegalStateException inside a handler, and if the system is closed meanwhile
     * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/pause.html">POSIX pause</a>
     */
    public void pause() throws InterruptedException {
        engine.waiting().pause();
    }

    /**
     * Opens a stream of signals, which takes them: their default action does not happen. Python has nothing like it.
     *
     * @param signals one or more signals
     * @param capacity how many events wait at most to be taken; what comes then is counted
     * @param options how
     * @return the stream; it is to be closed
     * @throws IllegalArgumentException if there is no signal, or the capacity is not positive
     */
    public SignalStream stream(Collection<? extends Signal> signals, int capacity, HandleOption... options) {
        return new QueueStream(capacity, (listener, onEnd) -> subscribeReading(signals, listener, onEnd, options));
    }

    /**
     * Opens a channel that yields a byte for each arrival of a signal, for a {@link java.nio.channels.Selector}. It
     * takes the signals: their default action does not happen. Python: {@code signal.set_wakeup_fd}, which concerns all
     * signals with a handler.
     *
     * @param signals one or more signals
     * @param options how
     * @return the channel; it is to be closed
     * @throws IllegalArgumentException if there is no signal
     * @throws java.io.UncheckedIOException if there are no file descriptors left
     */
    public SignalChannel openChannel(Collection<? extends Signal> signals, HandleOption... options) {
        return new PipeChannel((listener, onEnd) -> subscribeReading(signals, listener, onEnd, options));
    }

    /**
     * Opens a publisher of signals, which takes them: their default action does not happen.
     *
     * @param signals one or more signals
     * @param options how
     * @return the publisher; it is to be closed
     * @throws IllegalArgumentException if there is no signal
     */
    public SignalPublisher publisher(Collection<? extends Signal> signals, HandleOption... options) {
        return new EventPublisher((listener, onEnd) -> subscribeReading(signals, listener, onEnd, options));
    }

    /**
     * Binds handlers to the calling thread, as Python does with its main thread. Until the binding or the system is
     * closed, or the thread ends:
     *
     * <ul>
     *   <li>Only this thread may {@link #handle handle} signals; anybody may subscribe.
     *   <li>Handlers run on this thread, when it comes to a safe point: {@link #pause}, {@link #sleep}, {@link #await
     *       await} and {@link #checkpoint}. What a handler throws comes out of there: unchecked exceptions as they are,
     *       checked ones in a {@link SignalHandlerException}.
     *   <li>While this thread is in a {@link #call call}, handlers run on the dispatch thread on its behalf. If one
     *       throws, this thread is interrupted until the call returns, and the exception leaves the call.
     * </ul>
     *
     * @return the binding
     * @throws IllegalStateException if handlers are bound to a thread already
     * @throws UnsupportedOperationException on a virtual thread
     */
    public MainThread bindMainThread() {
        return engine.waiting().bindMainThread();
    }

    /**
     * Sleeps. On the bound main thread this is a safe point: handlers run meanwhile, and the sleep goes on after one
     * that did not throw. Python: {@code time.sleep}.
     *
     * @param time how long at least
     * @throws InterruptedException if the thread is interrupted
     * @throws IllegalArgumentException if the time is negative
     * @throws IllegalStateException inside a handler, and if the system is closed meanwhile
     */
    public void sleep(Duration time) throws InterruptedException {
        engine.waiting().sleep(nanos(time));
    }

    /**
     * Is a safe point: on the bound main thread, runs the handlers that are due and returns; elsewhere does nothing.
     * Python: every step from one bytecode to the next.
     */
    public void checkpoint() {
        engine.waiting().checkpoint();
    }

    /**
     * Runs a task. On the bound main thread handlers run meanwhile, and what one of them throws ends the task by an
     * interrupt and comes out of here, even if the task did not care about the interrupt and has returned a value.
     * Elsewhere, and inside a handler, just runs it. Python: any code between two bytecodes.
     *
     * @param <T> what the task returns
     * @param task the task
     * @return what the task has returned
     * @throws Exception what a handler or else the task has thrown
     */
    public <T> T call(Callable<T> task) throws Exception {
        return engine.waiting().call(Objects.requireNonNull(task, "task"));
    }

    /**
     * Returns what became of the arrivals of a signal.
     *
     * @param signal a signal
     * @return the numbers up to now
     * @throws UnsupportedSignalException if this platform does not have the signal
     */
    public SignalStatistics statistics(Signal signal) {
        return engine.statistics(Objects.requireNonNull(signal, "signal"));
    }

    /**
     * Ends all subscriptions, and restores what the process did with every signal that was taken. A signal that is on
     * its way then gets its default action. A system can be opened again afterwards. Closing again does nothing.
     *
     * <p>Whatever waits for a signal of this system ends: {@link #await await}, {@link #pause} and {@link #sleep} with
     * an {@link IllegalStateException}, futures of {@link #next next} with one as well; who takes from a stream, a
     * channel or a publisher gets what there is and comes to its end. Holds end, and so does the binding of a main
     * thread. May be called by any thread, a handler included.
     */
    @Override
    public void close() {
        synchronized (SignalSystem.class) {
            if (!closed) {
                try {
                    engine.close();
                } finally {
                    closed = true; // also if the system has refused to restore a signal: all else has ended
                }
            }
        }
    }

    private boolean isClosed() {
        return closed;
    }

    /** A subscription whose listener never waits, so that the reading thread can call it at once. */
    private Subscription subscribeReading(
            Collection<? extends Signal> signals, SignalListener listener, Runnable onEnd, HandleOption... options) {
        Settings settings = settings(options);
        settings.setExecutor(Runnable::run);
        settings.setCancelsDefault();
        settings.setOnEnd(onEnd);
        return engine.subscribe(nonNull(signals), listener, settings);
    }

    private static Collection<? extends Signal> nonNull(Collection<? extends Signal> signals) {
        signals.forEach(signal -> Objects.requireNonNull(signal, "signal"));
        return signals;
    }

    private static int requirePid(long pid) {
        if (pid < 1 || pid > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a process id is 1 to " + Integer.MAX_VALUE + ", not " + pid
                    + " (0 and below would mean many processes); for a group use sendToGroup");
        }
        return (int) pid;
    }

    private static long nanos(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("a time to wait is zero or more, not " + time);
        }
        return TimeUnit.NANOSECONDS.convert(time);
    }

    private static Settings settings(SubscribeOption... options) {
        Settings settings = new Settings();
        for (SubscribeOption option : options) {
            Objects.requireNonNull(option, "option");
            if (option instanceof HandleOptions.OverrideIgnored) {
                settings.add(InstallFlag.OVERRIDE_IGNORED);
            } else if (option instanceof HandleOptions.Force) {
                settings.add(InstallFlag.FORCE);
            } else if (option instanceof HandleOptions.OnException on) {
                settings.setOnException(on.handler());
            } else if (option instanceof SubscribeOptions.OnExecutor on) {
                settings.setExecutor(on.executor());
            } else {
                settings.setCancelsDefault();
            }
        }
        return settings;
    }

    @Override
    public String toString() {
        return "SignalSystem[" + provider() + (isClosed() ? ", closed]" : "]");
    }
}
