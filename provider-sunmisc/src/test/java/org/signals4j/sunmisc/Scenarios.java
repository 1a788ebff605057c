/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import static org.signals4j.StandardSignal.SIGCHLD;
import static org.signals4j.StandardSignal.SIGCONT;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGKILL;
import static org.signals4j.StandardSignal.SIGPIPE;
import static org.signals4j.StandardSignal.SIGQUIT;
import static org.signals4j.StandardSignal.SIGSEGV;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGTSTP;
import static org.signals4j.StandardSignal.SIGURG;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;
import static org.signals4j.StandardSignal.SIGWINCH;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.signals4j.HandleOption;
import org.signals4j.Signal;
import org.signals4j.SignalHandler;
import org.signals4j.SignalSystem;
import org.signals4j.SubscribeOption;
import org.signals4j.Subscription;
import org.signals4j.spi.SignalProvider;

/** What child JVMs do: {@code main} runs the method that its argument names. */
final class Scenarios {

    private static final List<Signal> WATCHED = List.of(SIGTERM, SIGUSR1, SIGTSTP);

    private Scenarios() {}

    public static void main(String[] args) throws Exception {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> say("hook ran")));
        Scenarios.class.getDeclaredMethod(args[0]).invoke(null);
    }

    static void availability() {
        SignalProvider provider = new SunMiscSignalProvider();
        say(provider.availability().toString());
        report("open", provider::open);
    }

    static void reservedSignals() {
        SignalSystem system = open();
        system.signals().stream()
                .filter(signal -> !system.supported().contains(signal))
                .forEach(signal -> say("reserved: " + signal));
    }

    static void watch() throws Exception {
        open().subscribe(WATCHED, event -> say("got " + event.signal()));
        stay();
    }

    static void watchAndCancel() throws Exception {
        open().subscribe(
                        WATCHED,
                        event -> say("got " + event.signal()),
                        SubscribeOption.CANCEL_DEFAULT,
                        HandleOption.OVERRIDE_IGNORED);
        stay();
    }

    static void watchAndClose() throws Exception {
        SignalSystem system = open();
        system.subscribe(WATCHED, event -> say("got " + event.signal()));
        system.close();
        stay();
    }

    static void ignoredHangup() throws Exception {
        SignalSystem system = open();
        Subscription subscription = system.subscribe(SIGHUP, event -> say("got " + event.signal()));
        say("active: " + subscription.isActive());
        say("ignored: " + (system.handler(SIGHUP) == SignalHandler.IGNORE));
        report("override", () -> system.handle(SIGHUP, event -> say("got it"), HandleOption.OVERRIDE_IGNORED));
        report("raise", () -> system.raise(SIGHUP));
        stay();
    }

    static void ignoreAndThenHandle() throws Exception {
        SignalSystem system = open();
        system.handle(SIGTERM, SignalHandler.IGNORE);
        say("ignoring");
        System.in.read();
        say("was ignored: " + (system.handle(SIGTERM, event -> say("got " + event.signal())) == SignalHandler.IGNORE));
        stay();
    }

    static void raiseTerm() throws Exception {
        open().raise(SIGTERM);
        stay();
    }

    static void raiseUser() throws Exception {
        open().raise(SIGUSR1);
        stay();
    }

    static void raiseUserAndEnd() throws Exception {
        open().raise(SIGUSR1);
        say("survived, as " + ProcessHandle.current().pid());
    }

    static void raiseWhatDoesNotEnd() throws Exception {
        SignalSystem system = open();
        String before = dispositions();
        for (Signal signal : List.of(SIGCONT, SIGURG, SIGWINCH, SIGCHLD, SIGPIPE)) {
            report("raise " + signal, () -> system.raise(signal));
        }
        for (Signal signal : List.of(SIGTSTP, SIGKILL, SIGQUIT, SIGSEGV, SIGUSR2)) {
            report("raise " + signal, () -> system.raise(signal));
        }
        say("unchanged: " + dispositions().equals(before));
        stay();
    }

    static void takeAllAndClose() throws Exception {
        String before = dispositions();
        SignalSystem system = open();
        say("open changes nothing: " + dispositions().equals(before));
        system.supported().forEach(signal -> system.handle(signal, event -> {}));
        say("all taken: " + !dispositions().equals(before));
        system.close();
        say("restored: " + dispositions().equals(before));
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        try (OutputStream closedPipe = process.getOutputStream()) {
            closedPipe.write(new byte[100_000]);
        } catch (IOException broken) {
            say("broken pipe is an exception");
        }
    }

    static void ignoreReally() throws Exception {
        SignalSystem system = open();
        String before = dispositions();
        say("was default: " + (system.handle(SIGUSR1, SignalHandler.IGNORE) == SignalHandler.DEFAULT));
        say("ignored: " + (system.handler(SIGUSR1) == SignalHandler.IGNORE) + " "
                + !dispositions().equals(before));
        system.raise(SIGUSR1);
        system.handle(SIGUSR1, SignalHandler.DEFAULT);
        say("restored: " + dispositions().equals(before));
    }

    static void children() throws Exception {
        SignalSystem system = open();
        system.subscribe(SIGCHLD, event -> say("got " + event.signal()));
        Process process = new ProcessBuilder("sh", "-c", "exit 3").start();
        say("exit value: " + process.waitFor());
        report("ignore", () -> system.handle(SIGCHLD, SignalHandler.IGNORE));
        stay();
    }

    static void handlerUnderAlias() {
        OtherLibrary other = new OtherLibrary("CLD");
        SignalSystem system = open();
        system.subscribe(SIGCHLD, event -> say("got " + event.signal()));
        system.raise(SIGCHLD);
        other.awaitCalls(1);
        say("default done");
        system.close();
        other.raise();
        other.awaitCalls(2);
        say("given back");
    }

    static void foreignHandler() throws Exception {
        OtherLibrary.installNativeHandler("USR1");
        String before = dispositions();
        SignalSystem system = open();
        report("subscribe", () -> system.subscribe(SIGUSR1, event -> say("got " + event.signal())));
        report("raise", () -> system.raise(SIGUSR1));
        say("stays: " + dispositions().equals(before));
        system.subscribe(SIGUSR1, event -> say("got " + event.signal()), HandleOption.FORCE);
        system.raise(SIGUSR1);
        stay();
    }

    private static SignalSystem open() {
        return SignalSystem.open(new SunMiscSignalProvider());
    }

    private static void report(String what, Runnable action) {
        try {
            action.run();
            say(what + ": done");
        } catch (RuntimeException refused) {
            say(what + ": " + refused);
        }
    }

    /** Waits to be ended. */
    private static void stay() throws InterruptedException {
        say("ready");
        TimeUnit.MINUTES.sleep(2);
    }

    private static void say(String text) {
        System.out.println(text);
    }

    /** What the kernel says of this process: which signals are caught and which are ignored. */
    private static String dispositions() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("SigCgt") || line.startsWith("SigIgn"))
                    .toList()
                    .toString();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
