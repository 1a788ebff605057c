/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Somebody else who uses {@code sun.misc.Signal}, until closed. */
final class OtherLibrary implements AutoCloseable {

    final AtomicInteger calls = new AtomicInteger();
    final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

    private final Signal signal;
    private final boolean chains;
    private final SignalHandler before;

    OtherLibrary(String name) {
        this(name, false);
    }

    /** Chains, if wanted, to what was there before. */
    OtherLibrary(String name, boolean chains) {
        this.signal = new Signal(name);
        this.chains = chains;
        this.before = Signal.handle(signal, this::called);
    }

    /** Installs a handler that is not written in Java: the JVM's own of SIGPIPE is one. */
    static void installNativeHandler(String name) {
        OtherLibrary takesPipe = new OtherLibrary("PIPE");
        takesPipe.close();
        Signal.handle(new Signal(name), takesPipe.before);
    }

    private void called(Signal arrived) {
        threads.add(Thread.currentThread());
        calls.incrementAndGet();
        if (chains) {
            chain();
        }
    }

    void chain() {
        before.handle(signal);
    }

    void raise() {
        Signal.raise(signal);
    }

    void awaitCalls(int expected) {
        await().untilAsserted(() -> assertThat(calls).hasValue(expected));
    }

    @Override
    public void close() {
        Signal.handle(signal, before);
    }
}
