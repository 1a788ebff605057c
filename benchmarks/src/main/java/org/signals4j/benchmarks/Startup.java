/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.io.IOException;
import java.util.List;
import org.signals4j.Signals;
import org.signals4j.StandardSignal;

/** A program that installs one handler, says {@code ready}, and waits to be ended. */
enum Startup {
    NOTHING("nothing", "no handler: the JVM alone") {
        @Override
        void install() {
            // Nothing, for comparison.
        }
    },
    BARE("sun.misc.Signal", "nothing of ours") {
        @Override
        void install() {
            sun.misc.Signal.handle(new sun.misc.Signal("USR1"), signal -> {});
        }
    },
    JNA("bare JNA", "the calls that provider-linux makes, and nothing else") {
        @Override
        void install() {
            BareBinding.install();
        }
    },
    JNA_PRESET("bare JNA, preset", "the same, with jna.platform.library.path set, so that JNA runs no ldconfig") {
        @Override
        void install() {
            System.setProperty("jna.platform.library.path", "/usr/lib");
            BareBinding.install();
        }
    },
    LINUX("linux", "the api, which chooses provider-linux") {
        @Override
        void install() {
            Signals.handle(StandardSignal.SIGUSR1, event -> {});
            if (!Signals.provider().equals("linux")) {
                throw new IllegalStateException("the api chose " + Signals.provider());
            }
        }
    };

    private final String label;
    private final String description;

    Startup(String label, String description) {
        this.label = label;
        this.description = description;
    }

    public static void main(String[] args) throws IOException {
        valueOf(args[0]).install();
        System.out.println("ready");
        System.in.read();
        // What a thread is stuck in must not keep this process.
        Runtime.getRuntime().halt(0);
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    abstract void install();

    List<String> command() {
        return Child.java(Startup.class, name());
    }
}
