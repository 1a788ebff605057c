/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.signals4j.linux.Scenarios.say;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.signals4j.Hold;
import org.signals4j.PendingSignal;
import org.signals4j.RealtimeSignal;
import org.signals4j.Signal;
import org.signals4j.SignalChannel;
import org.signals4j.SignalEvent;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;

/** Waiting for signals, and handlers on the main thread, with the kernel's own signals. */
@SuppressWarnings("try") // a hold is there to be closed, not to be used
final class WaitingScenarios {

    private static final Signal REALTIME = new RealtimeSignal(6);

    private WaitingScenarios() {}

    /**
     * Waits round by round for a signal that another process sends when it is told to, and that would end this one if it
     * were not held. Argument: how many rounds.
     */
    static void rounds(List<String> arguments) throws Exception {
        int rounds = Integer.parseInt(arguments.get(0));
        try (ChildJvm partner =
                ChildJvm.of("partner").arguments(ProcessHandle.current().pid()).start()) {
            partner.awaitLine("ready");
            for (int i = 0; i < rounds; i++) {
                try (Hold hold = Signals.hold(StandardSignal.SIGUSR1)) {
                    partner.proceed();
                    Signals.await(hold.signals());
                }
            }
        }
        say("rounds " + rounds + " received "
                + Signals.statistics(StandardSignal.SIGUSR1).received());
    }

    /** Sends SIGUSR1 to a process for each byte of the standard input. Argument: the process. */
    static void partner(List<String> arguments) throws IOException {
        long pid = Long.parseLong(arguments.get(0));
        say("ready");
        while (System.in.read() >= 0) {
            Signals.send(pid, StandardSignal.SIGUSR1);
        }
    }

    /** Two threads wait for different signals: each gets its own, whatever comes first. */
    static void twoWaiters(List<String> none) throws Exception {
        for (List<Signal> order : List.of(
                List.<Signal>of(StandardSignal.SIGUSR1, REALTIME), List.<Signal>of(REALTIME, StandardSignal.SIGUSR1))) {
            try (Hold hold = Signals.hold(StandardSignal.SIGUSR1, REALTIME)) {
                FutureTask<SignalEvent> standard = waiter(StandardSignal.SIGUSR1);
                FutureTask<SignalEvent> realtime = waiter(REALTIME);
                for (Signal signal : order) {
                    Signals.raise(signal);
                }
                say("got " + standard.get().signal() + " " + realtime.get().signal());
            }
        }
    }

    private static FutureTask<SignalEvent> waiter(Signal signal) {
        FutureTask<SignalEvent> waiter = new FutureTask<>(() -> Signals.await(Set.of(signal)));
        new Thread(waiter).start();
        return waiter;
    }

    /** Holds a standard and a real-time signal, is sent each twice, and lets go. */
    static void held(List<String> none) throws Exception {
        for (Signal signal : List.of(StandardSignal.SIGUSR1, REALTIME)) {
            Signals.handle(signal, event -> say("event " + signal + " " + event.count()));
        }
        int arrivals = 0;
        try (Hold hold = Signals.hold(StandardSignal.SIGUSR1, REALTIME)) {
            for (Signal signal : List.of(StandardSignal.SIGUSR1, REALTIME, StandardSignal.SIGUSR1, REALTIME)) {
                Signals.raise(signal);
                arrivals++;
                while (pendingArrivals() < arrivals) { // else the kernel may merge the two of the standard signal
                    Thread.onSpinWait();
                }
            }
            say("held " + Signals.pending().size());
        }
        try (Hold again = Signals.hold(StandardSignal.SIGUSR1, REALTIME)) {
            say("left " + Signals.pending().size());
        }
        Signals.handle(StandardSignal.SIGUSR2, event -> say("end"));
        Signals.raise(StandardSignal.SIGUSR2);
        Scenarios.awaitInput();
    }

    private static long pendingArrivals() {
        return Signals.pending().stream().mapToLong(PendingSignal::count).sum();
    }

    /** A held signal that nobody takes has its default action when the hold is closed. */
    static void heldDefault(List<String> none) throws Exception {
        try (Hold hold = Signals.hold(StandardSignal.SIGUSR1)) {
            Signals.raise(StandardSignal.SIGUSR1);
            while (pendingArrivals() < 1) {
                Thread.onSpinWait();
            }
            say("held");
        }
        Scenarios.awaitInput();
        say("survived");
    }

    /** One selector for a server's socket and for signals. */
    static void selector(List<String> none) throws Exception {
        try (Selector selector = Selector.open();
                ServerSocketChannel server = ServerSocketChannel.open();
                SignalChannel signals = Signals.openChannel(Set.of(StandardSignal.SIGUSR1, REALTIME))) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            server.configureBlocking(false);
            server.register(selector, SelectionKey.OP_ACCEPT);
            signals.source().configureBlocking(false);
            signals.source().register(selector, SelectionKey.OP_READ);
            ByteBuffer bytes = ByteBuffer.allocate(16);
            new Thread(() -> visit(server)).start();
            int open = 4;
            while (open > 0) {
                selector.select();
                for (SelectionKey key : selector.selectedKeys()) {
                    if (key.isAcceptable()) {
                        server.accept().close();
                        say("client");
                        open--;
                    } else {
                        signals.source().read(bytes.clear());
                        bytes.flip();
                        while (bytes.hasRemaining()) {
                            say("signal " + Signals.lookup(bytes.get()));
                            open--;
                        }
                    }
                }
                selector.selectedKeys().clear();
            }
        }
    }

    private static void visit(ServerSocketChannel server) {
        try {
            for (int i = 0; i < 2; i++) {
                SocketChannel.open(server.getLocalAddress()).close();
                Signals.raise(i == 0 ? StandardSignal.SIGUSR1 : REALTIME);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The reference's time limit: an alarm whose handler throws. Argument: the limit in milliseconds. */
    static void timeout(List<String> arguments) throws Exception {
        Duration limit = Duration.ofMillis(Long.parseLong(arguments.get(0)));
        try (var main = Signals.bindMainThread()) {
            Signals.handle(StandardSignal.SIGALRM, event -> {
                throw new IllegalStateException("too slow");
            });
            FutureTask<Void> elsewhere = new FutureTask<>(() -> {
                ThreadScenarios.attempt(
                        "elsewhere", () -> Signals.handle(StandardSignal.SIGALRM, event -> say("not here")));
                return null;
            });
            Thread other = new Thread(elsewhere);
            other.start();
            other.join();
            for (boolean swallow : List.of(false, true)) {
                long start = System.nanoTime();
                Signals.alarm(limit);
                try {
                    Signals.call(() -> operation(swallow));
                    say("returned");
                } catch (IllegalStateException tooSlow) {
                    long nanos = System.nanoTime() - start;
                    say("after " + (nanos >= limit.toNanos()) + " " + tooSlow.getMessage());
                    say("millis " + TimeUnit.NANOSECONDS.toMillis(nanos));
                }
                say("interrupted " + Thread.currentThread().isInterrupted());
            }
        }
    }

    /** Takes a minute, unless it is interrupted while it sleeps. Elsewhere it may swallow an interrupt. */
    private static Void operation(boolean swallow) throws InterruptedException {
        if (swallow) {
            while (!Thread.interrupted()) {
                Thread.onSpinWait();
            }
            say("swallowed");
        }
        TimeUnit.MINUTES.sleep(1);
        return null;
    }
}
