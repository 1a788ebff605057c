/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import java.lang.System.Logger.Level;
import java.util.Set;
import org.signals4j.Disposition;
import org.signals4j.Signal;
import org.signals4j.StandardSignal;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.SignalSpec;
import org.signals4j.sunmisc.JvmSignal.Handler;
import org.signals4j.sunmisc.JvmSignal.Handler.Kind;

/** One signal: takes it, gives it back, raises it, and does what was done with it before. */
final class SignalControl {

    /** With these the JVM is shut down. Once they are ignored, {@code sun.misc.Signal} never installs anything again. */
    private static final Set<Signal> STICKY =
            Set.of(StandardSignal.SIGHUP, StandardSignal.SIGINT, StandardSignal.SIGTERM);

    /** For these the JVM has a native handler that does nothing, so that a write fails instead. */
    private static final Set<Signal> SWALLOWED = Set.of(StandardSignal.SIGPIPE, StandardSignal.SIGXFSZ);

    private final SignalSpec spec;
    private final JvmSignal jvm;
    private final Runnable arrived;

    // Guarded by this, which the JVM's threads take too: none of them gets ahead of an installation that is under way.
    private Taking latest = new Taking();
    private boolean ignoredByOthers;

    SignalControl(SignalSpec spec, JvmSignal jvm, Runnable arrived) {
        this.spec = spec;
        this.jvm = jvm;
        this.arrived = arrived;
    }

    synchronized Disposition disposition() {
        return ignoredByOthers ? Disposition.IGNORED : latest.now;
    }

    synchronized Disposition install(Disposition wanted, Set<InstallFlag> flags) {
        boolean emulated = STICKY.contains(spec.signal());
        Taking taking = latest.isOver() ? new Taking() : latest;
        Handler handler = wanted == Disposition.IGNORED && !emulated ? Handler.IGNORE : taking.ours;
        Handler before = jvm.replace(handler);
        if (spec.signal() == StandardSignal.SIGCHLD) {
            initializeProcesses();
            jvm.replace(handler);
        }
        if (taking.isOver()) {
            taking.before = before;
        }
        ignoredByOthers = emulated && before.kind() == Kind.IGNORE;
        if (ignoredByOthers) { // nothing was installed
            if (wanted == Disposition.CAUGHT && flags.contains(InstallFlag.OVERRIDE_IGNORED)) {
                throw cannot("take " + name() + ", which was ignored before (nohup, or 'command &' in a script)");
            }
            return Disposition.IGNORED;
        }
        if (taking.isOver() && dispositionOf(before) == Disposition.FOREIGN && !flags.contains(InstallFlag.FORCE)) {
            jvm.replace(before);
            return Disposition.FOREIGN;
        }
        latest = taking;
        taking.installed = handler;
        taking.now = wanted;
        return wanted;
    }

    synchronized Disposition restore() {
        if (latest.isOver()) {
            return ignoredByOthers ? Disposition.IGNORED : Disposition.DEFAULT;
        }
        Handler there = jvm.replace(latest.before);
        boolean wasOurs = latest.installed.equals(there);
        if (!wasOurs) {
            jvm.replace(there);
        }
        latest.now = Disposition.UNKNOWN;
        ignoredByOthers = false;
        return wasOurs ? dispositionOf(latest.before) : Disposition.FOREIGN;
    }

    void raise() {
        if (spec.refusal().isPresent()) {
            throw cannot("raise " + name());
        }
        Handler there;
        synchronized (this) {
            if (jvm.raise()) {
                return;
            }
            // Nobody in Java handles it, and what else there is can be asked only by replacing it for a moment.
            Taking glance = new Taking();
            there = jvm.replace(glance.ours);
            glance.before = there;
            jvm.replace(there);
        }
        startDefault(there);
    }

    /** Does what was done with the signal before it was last taken; returns at once. */
    void applyDefault() {
        Handler before;
        synchronized (this) {
            before = latest.before;
        }
        applyDefault(before);
    }

    private void applyDefault(Handler before) {
        try {
            startDefault(before);
        } catch (UnsupportedOperationException impossible) {
            System.getLogger("org.signals4j").log(Level.WARNING, impossible.getMessage());
        }
    }

    private void startDefault(Handler before) {
        switch (before.kind()) {
            case JAVA -> start(() -> before.call(jvm));
            case DEFAULT -> startSystemDefault();
            case IGNORE -> {}
            case NATIVE -> {
                if (dispositionOf(before) == Disposition.FOREIGN) {
                    throw cannot("call the native handler that somebody else has installed for " + name());
                }
            }
        }
    }

    private void startSystemDefault() {
        switch (spec.defaultAction()) {
            case TERMINATE, CORE_DUMP -> {
                if (ProcessHandle.current().pid() != 1) { // the kernel does not do it to the first process either
                    start(() -> Runtime.getRuntime().exit(128 + spec.number()));
                }
            }
            case STOP -> throw cannot("stop the process, as is the default action of " + name());
            case CONTINUE, IGNORE -> {}
        }
    }

    /** Starts a thread like those on which the JVM calls handlers. Shutting down does not return. */
    private void start(Runnable action) {
        Thread thread = new Thread(null, action, "signals4j default of " + name(), 0, false);
        thread.setDaemon(true);
        thread.start();
    }

    private Disposition dispositionOf(Handler handler) {
        return switch (handler.kind()) {
            case DEFAULT, JAVA -> Disposition.DEFAULT;
            case IGNORE -> Disposition.IGNORED;
            case NATIVE -> SWALLOWED.contains(spec.signal()) ? Disposition.DEFAULT : Disposition.FOREIGN;
        };
    }

    private String name() {
        return spec.signal().name();
    }

    private static UnsupportedOperationException cannot(String what) {
        return new UnsupportedOperationException(
                "provider 'sunmisc' cannot " + what + "; the providers linux and macos can");
    }

    /** The first child process resets SIGCHLD to the system's default. This has it done now, and not some time later. */
    private static void initializeProcesses() {
        try {
            Class.forName("java.lang.ProcessImpl", true, null);
        } catch (ClassNotFoundException | LinkageError otherJdk) {
            System.getLogger("org.signals4j")
                    .log(Level.DEBUG, "starting a child process may undo the handler of SIGCHLD", otherJdk);
        }
    }

    /**
     * One time that we have the signal. It has a handler of its own, because libraries that replace handlers also hand
     * them back, and chain to them, long after we are done.
     */
    private final class Taking {

        final Handler ours = Handler.of(this::called);
        Handler before;
        Handler installed;

        /** {@code CAUGHT} or {@code IGNORED}; {@code UNKNOWN} before and after. */
        Disposition now = Disposition.UNKNOWN;

        boolean isOver() {
            return now == Disposition.UNKNOWN;
        }

        private void called() {
            Disposition what;
            synchronized (SignalControl.this) {
                what = now;
            }
            if (what == Disposition.CAUGHT) {
                arrived.run();
            } else if (what == Disposition.UNKNOWN) {
                applyDefault(before);
            }
        }
    }
}
