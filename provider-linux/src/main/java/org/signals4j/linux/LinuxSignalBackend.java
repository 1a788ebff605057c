/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.signals4j.Capability;
import org.signals4j.DefaultAction;
import org.signals4j.Disposition;
import org.signals4j.IntervalTimer;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.TimerSetting;
import org.signals4j.posix.DataArea;
import org.signals4j.posix.Dispositions;
import org.signals4j.posix.HandlerPage;
import org.signals4j.posix.IntervalTimers;
import org.signals4j.posix.NativeBuffer;
import org.signals4j.posix.Natives;
import org.signals4j.posix.PosixAbi;
import org.signals4j.posix.Sigaction;
import org.signals4j.posix.SiginfoDecoder;
import org.signals4j.posix.SignalPipe;
import org.signals4j.posix.SignalReader;
import org.signals4j.posix.ThreadMasks;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.MaskChange;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalCounters;
import org.signals4j.spi.SignalSpec;

/** The signals of a process on Linux, shared with the JVM that runs in it. */
final class LinuxSignalBackend implements SignalBackend {

    private static final Set<Capability> CAPABILITIES = Set.copyOf(EnumSet.of(
            Capability.ARRIVAL_ORDER,
            Capability.KERNEL_STATE,
            Capability.REAL_IGNORE,
            Capability.OVERRIDE_IGNORED,
            Capability.SYSTEM_DEFAULT,
            Capability.SENDER,
            Capability.REALTIME,
            Capability.RAISE,
            Capability.SEND,
            Capability.SEND_GROUP,
            Capability.QUEUE,
            Capability.THREAD_TARGET,
            Capability.THREAD_MASK,
            Capability.PENDING,
            Capability.TIMERS,
            Capability.INTERRUPT));

    /** In seconds, half of what the kernel can count in nanoseconds: 146 years. */
    private static final long LONGEST_TIMER = TimeUnit.NANOSECONDS.toSeconds(Long.MAX_VALUE / 2);

    private static final Sigaction IGNORE = new Sigaction(Sigaction.IGNORE, 0, 0);
    private static final Sigaction DEFAULT = new Sigaction(Sigaction.DEFAULT, 0, 0);

    private final PosixAbi abi = LinuxAbi.POSIX;
    private final LinuxLibC libc;
    private final LinuxProcessor processor;
    private final JvmSignals jvm;
    private final List<SignalSpec> signals;
    private final Map<Signal, SignalSpec> specs = new HashMap<>();
    private final Map<Integer, SignalSpec> byNumber = new HashMap<>();
    private final HandlerPage page;
    private final Dispositions dispositions;
    private final SignalReader reader;
    private final SignalSender sender;
    private final ThreadSender threads;
    private final ThreadMasks masks;
    private final IntervalTimers timers;

    /** The signals that interrupt system calls; guarded by the dispositions. */
    private final Set<Integer> interrupting = new HashSet<>();

    LinuxSignalBackend(LinuxLibC libc, LinuxProcessor processor) {
        this.libc = libc;
        this.processor = processor;
        int rtmax = libc.__libc_current_sigrtmax();
        jvm = new JvmSignals(libc, this::askKernel, rtmax);
        List<SignalSpec> all = LinuxSignals.all(libc.__libc_current_sigrtmin(), rtmax);
        all.replaceAll(jvm::withUse);
        signals = List.copyOf(all);
        for (SignalSpec spec : signals) {
            specs.put(spec.signal(), spec);
            byNumber.put(spec.number(), spec);
        }
        Sigaction suspend = jvm.suspendAction();
        page = HandlerPage.get(libc, abi, processor.page(), this::newPipe, suspend.isCode() ? suspend.handler() : 0);
        dispositions = new Dispositions(libc, abi, LinuxSignals.HIGHEST, this::ask);
        reader = new SignalReader(
                libc,
                abi,
                page,
                new SiginfoDecoder(abi.siginfo(), LinuxAbi.CAUSES),
                LinuxSignals.HIGHEST,
                new SignalFd(libc, abi));
        // Raised on a Java thread, the JVM's suspend signal would be taken for its own, and SIGQUIT is blocked there.
        sender = new SignalSender(libc, abi, Set.of(jvm.suspendSignal(), LinuxSignals.QUIT.number()));
        threads = new ThreadSender(libc, abi, processor, suspend.isCode() ? jvm.suspendSignal() : 0);
        masks = new ThreadMasks(libc, abi, signals);
        timers = new IntervalTimers(libc, abi, LONGEST_TIMER);
    }

    private SignalPipe newPipe() {
        NativeBuffer ends = NativeBuffer.allocate(2 * Integer.BYTES);
        if (libc.pipe2(ends.address(), LinuxAbi.CLOSE_ON_EXEC) != 0) {
            throw abi.failure("pipe2(O_CLOEXEC)", libc.errno());
        }
        return SignalPipe.of(libc, abi, ends.bytes().getInt(0), ends.bytes().getInt(Integer.BYTES));
    }

    /** What a signal does, from the kernel, or from libjsig where the kernel does not know. */
    private Sigaction ask(int signal) {
        return jvm.isChained(signal) ? askLibc(signal) : askKernel(signal);
    }

    private Sigaction askKernel(int signal) {
        NativeBuffer old = NativeBuffer.allocate(LinuxAbi.KERNEL_SIGACTION.size());
        long failed = libc.syscall(processor.rtSigaction(), signal, 0, old.address(), LinuxAbi.KERNEL_SIGSET_SIZE);
        if (failed != 0) {
            throw abi.failure("rt_sigaction(" + signal + ")", libc.errno());
        }
        return LinuxAbi.KERNEL_SIGACTION.read(old.bytes()).without(abi.saRestorer());
    }

    private Sigaction askLibc(int signal) {
        NativeBuffer old = NativeBuffer.allocate(abi.sigaction().size());
        if (libc.sigaction(signal, 0, old.address()) != 0) {
            throw abi.failure("sigaction(" + signal + ")", libc.errno());
        }
        return abi.sigaction().read(old.bytes()).without(abi.saRestorer());
    }

    /** For tests: what the handlers have counted. */
    HandlerPage page() {
        return page;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<SignalSpec> signals() {
        return signals;
    }

    @Override
    public Disposition disposition(Signal signal) {
        synchronized (dispositions) {
            int number = number(signal);
            return read(number, dispositions.now(number));
        }
    }

    /** What is to be called what: everything that was there before us is the default, but for what is foreign. */
    private Disposition read(int signal, Sigaction now) {
        boolean changed = dispositions.isChanged(signal);
        Sigaction before = dispositions.before(signal);
        if (now.handler() == Sigaction.IGNORE) {
            return Disposition.IGNORED;
        }
        if (now.handler() == Sigaction.DEFAULT) {
            return changed && (dispositions.isOurs(signal) || before.isCode())
                    ? Disposition.SYSTEM_DEFAULT
                    : Disposition.DEFAULT;
        }
        if (page.contains(now.handler())) {
            return Disposition.CAUGHT;
        }
        return now.handler() == before.handler() && belongsHere(signal, now)
                ? Disposition.DEFAULT
                : Disposition.FOREIGN;
    }

    private boolean belongsHere(int signal, Sigaction action) {
        return jvm.isJvms(action) || byNumber.get(signal).refusal().isPresent();
    }

    @Override
    public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
        int number = number(signal);
        if (number == LinuxSignals.CHLD.number()) {
            initializeProcesses();
        }
        synchronized (dispositions) {
            Disposition now = disposition(signal);
            if (now == Disposition.FOREIGN && !flags.contains(InstallFlag.FORCE)) {
                return now;
            }
            boolean inherited = !dispositions.isChanged(number) && jvm.isInheritedIgnore(number);
            if (now == Disposition.IGNORED
                    && wanted == Disposition.CAUGHT
                    && inherited
                    && !flags.contains(InstallFlag.OVERRIDE_IGNORED)) {
                return now;
            }
            dispositions.change(number, action(specs.get(signal), wanted));
            return wanted;
        }
    }

    private Sigaction action(SignalSpec spec, Disposition wanted) {
        return switch (wanted) {
            case IGNORED -> IGNORE;
            case SYSTEM_DEFAULT -> DEFAULT;
            case CAUGHT -> caught(spec);
            default -> throw new IllegalArgumentException("cannot install " + wanted);
        };
    }

    private Sigaction caught(SignalSpec spec) {
        Sigaction restarting = restarting(spec);
        return interrupting.contains(spec.number()) ? restarting.without(abi.saRestart()) : restarting;
    }

    private Sigaction restarting(SignalSpec spec) {
        if (spec.number() == jvm.suspendSignal() && page.previousHandler() != 0) {
            // The JVM's handler goes on running under the mask that the JVM chose for it.
            Sigaction ours = abi.caughtBy(page.suspend());
            return new Sigaction(
                    ours.handler(), ours.flags(), jvm.suspendAction().mask());
        }
        return abi.caughtBy(isRealtime(spec) ? page.realtime() : page.standard());
    }

    /** The class library sets SIGCHLD to its default when it first needs it: that must be before us, not after. */
    private static void initializeProcesses() {
        try {
            Class.forName("java.lang.ProcessImpl", true, null);
        } catch (ClassNotFoundException | LinkageError elsewhere) {
            // Another class library: then it does not do this either.
        }
    }

    @Override
    public Disposition restore(Signal signal) {
        synchronized (dispositions) {
            int number = number(signal);
            boolean restored = !dispositions.isChanged(number) || dispositions.restore(number);
            return restored ? disposition(signal) : Disposition.FOREIGN;
        }
    }

    @Override
    public void receive(DeliveryBatch batch) {
        reader.receive(batch);
    }

    @Override
    public void wake() {
        reader.wake();
    }

    @Override
    public void settle(Delivery delivery, Outcome outcome) {
        int signal = delivery.number();
        if (outcome == Outcome.SYSTEM_DEFAULT) {
            actByDefault(signal);
        } else if (outcome == Outcome.DEFAULT) {
            Sigaction before = dispositions.before(signal);
            if (before.handler() == Sigaction.DEFAULT) {
                actByDefault(signal);
            } else if (jvm.isUserHandler(before)) {
                Natives.callHandler(before.handler(), signal);
            }
            // Else it was ignored, or the JVM swallows it, or the handler is foreign: not ours to call.
        }
    }

    private void actByDefault(int signal) {
        DefaultAction action = byNumber.get(signal).defaultAction();
        // The kernel has continued the process already.
        if (action != DefaultAction.IGNORE && action != DefaultAction.CONTINUE) {
            dispositions.actByDefault(signal);
        }
    }

    @Override
    public void raise(Signal signal) {
        sender.raise(specs.get(signal));
    }

    @Override
    public void send(int pid, Signal signal) {
        sender.send(pid, specs.get(signal));
    }

    @Override
    public void sendToGroup(int group, Signal signal) {
        sender.sendToGroup(group, specs.get(signal));
    }

    @Override
    public void queue(int pid, Signal signal, long value) {
        sender.queue(pid, specs.get(signal), value);
    }

    @Override
    public int currentThread() {
        return threads.current();
    }

    @Override
    public void sendToThread(int thread, Signal signal) {
        threads.send(thread, specs.get(signal));
    }

    @Override
    public Set<Signal> mask(MaskChange how, Set<Signal> signalsToChange) {
        return masks.change(how, signalsToChange);
    }

    @Override
    public Set<Signal> pending() {
        return masks.pending();
    }

    @Override
    public TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
        return timers.set(timer, setting);
    }

    @Override
    public TimerSetting timer(IntervalTimer timer) {
        return timers.get(timer);
    }

    @Override
    public void interrupt(Signal signal, boolean interrupt) {
        int number = number(signal);
        synchronized (dispositions) {
            boolean changed = interrupt ? interrupting.add(number) : interrupting.remove(number);
            if (changed && disposition(signal) == Disposition.CAUGHT) {
                dispositions.change(number, caught(specs.get(signal)));
            }
        }
    }

    @Override
    public SignalCounters counters(Signal signal) {
        int number = number(signal);
        DataArea data = page.data();
        return new SignalCounters(
                data.missed(number),
                Integer.toUnsignedLong(data.overflowed(number)),
                Integer.toUnsignedLong(data.lost(number)));
    }

    /** The page, the pipe and what is in it stay for whoever comes next. */
    @Override
    public void close() {
        reader.close();
    }

    private int number(Signal signal) {
        return specs.get(signal).number();
    }

    private static boolean isRealtime(SignalSpec spec) {
        return spec.signal() instanceof RealtimeSignal;
    }
}
