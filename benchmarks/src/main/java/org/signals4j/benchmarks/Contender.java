/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.nio.file.Path;
import java.util.List;
import org.signals4j.RealtimeSignal;
import org.signals4j.SignalHandler;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;

/** A way from kill to a handler. Each runs in a process of its own, because a process has one provider. */
enum Contender {
    FLOOR("C floor", "machine code writes 128 bytes to a pipe, a second thread reads them") {
        @Override
        void install(Runnable handler) {
            throw new UnsupportedOperationException("a program in C");
        }
    },
    LINUX("linux", "the api on provider-linux: one thread reads and dispatches, a stand-by takes over") {
        @Override
        void install(Runnable handler) {
            installByApi("linux", handler);
            Signals.handle(new RealtimeSignal(0), event -> {});
        }
    },
    INLINE("linux inline", "provider-linux alone: the thread that reads runs the handler, no stand-by") {
        @Override
        void install(Runnable handler) {
            SpiLoop.inline("linux", handler);
        }
    },
    HANDOFF("linux hand-off", "provider-linux alone: the thread that reads hands over to a second one") {
        @Override
        void install(Runnable handler) {
            SpiLoop.handOff("linux", handler);
        }
    },
    SUNMISC("sunmisc", "the api on provider-sunmisc") {
        @Override
        void install(Runnable handler) {
            installByApi("sunmisc", handler);
        }
    },
    BARE("sun.misc.Signal", "nothing of ours") {
        @Override
        void install(Runnable handler) {
            sun.misc.Signal.handle(new sun.misc.Signal("USR1"), signal -> handler.run());
        }
    };

    private final String label;
    private final String description;

    Contender(String label, String description) {
        this.label = label;
        this.description = description;
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    /** Has SIGUSR1 handled in this process. */
    abstract void install(Runnable handler);

    /** Starts the process that answers {@link Child#ask}. */
    Child start(Path floor) {
        return Child.start(this == FLOOR ? List.of(floor.toString()) : Child.java(Worker.class, name()));
    }

    private static void installByApi(String provider, Runnable handler) {
        System.setProperty("signals4j.provider", provider);
        SignalHandler previous = Signals.handle(StandardSignal.SIGUSR1, event -> handler.run());
        if (previous != SignalHandler.DEFAULT) {
            throw new IllegalStateException("SIGUSR1 had a handler: " + previous);
        }
    }
}
