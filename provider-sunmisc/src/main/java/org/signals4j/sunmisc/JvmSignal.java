/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import java.util.Map;
import java.util.Optional;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * A signal as {@code sun.misc.Signal} has it. Nothing else touches {@code sun.misc}, so that the provider can be loaded,
 * and say what is missing, in a Java runtime without it.
 */
final class JvmSignal {

    /** Second names that {@code sun.misc.Signal} knows too. */
    private static final Map<String, String> ALIASES = Map.of("CHLD", "CLD", "IO", "POLL");

    private final Signal signal;

    private JvmSignal(Signal signal) {
        this.signal = signal;
    }

    /** Finds the signal of a name without prefix; empty if this platform has none. */
    static Optional<JvmSignal> of(String name) {
        try {
            return Optional.of(new JvmSignal(new Signal(name)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    int number() {
        return signal.getNumber();
    }

    /**
     * Installs a handler and returns the one before. If that is {@link Handler#IGNORE}, and the signal is one of those
     * with which the JVM is shut down, then nothing was installed, whatever the handler.
     */
    Handler replace(Handler handler) {
        SignalHandler before = Signal.handle(signal, handler.code());
        String alias = ALIASES.get(signal.getName());
        if (alias != null && isLost(before)) {
            // The JDK keeps handlers by name, and returns what was last under this name and not what was in force.
            // Somebody who changes names after this still confuses it.
            before = Signal.handle(new Signal(alias), handler.code());
        }
        return new Handler(before);
    }

    /** Raises the signal in the calling thread; false if it has no handler in Java, for then the JDK refuses to. */
    boolean raise() {
        try {
            Signal.raise(signal);
            return true;
        } catch (IllegalArgumentException noHandler) {
            return false;
        }
    }

    /** Whether the JDK wraps a handler that it has not found under the signal's name: any use of it fails. */
    private static boolean isLost(SignalHandler handler) {
        try {
            return isWrapper(handler) && handler.toString() == null;
        } catch (NullPointerException wrapsNull) {
            return true;
        }
    }

    /** Whether the JDK made this, around a handler of its own or the address of a native one. */
    private static boolean isWrapper(SignalHandler handler) {
        return handler.getClass().getEnclosingClass() == Signal.class;
    }

    /** What a signal may have. Two are equal if they are the same handler. */
    record Handler(SignalHandler code) {

        enum Kind {
            /** The system's default. */
            DEFAULT,
            IGNORE,
            /** An address, which can be put back but not called. */
            NATIVE,
            /** Ours, the JVM's own or that of another library. */
            JAVA
        }

        static final Handler IGNORE = new Handler(SignalHandler.SIG_IGN);

        /** Makes a handler that the JVM calls on a new thread each time. */
        static Handler of(Runnable action) {
            return new Handler(signal -> action.run());
        }

        Kind kind() {
            if (code == SignalHandler.SIG_DFL) {
                return Kind.DEFAULT;
            }
            if (code == SignalHandler.SIG_IGN) {
                return Kind.IGNORE;
            }
            // The class is private, so its name is all there is.
            return isWrapper(code) && code.toString().startsWith("jdk.internal.misc.Signal$NativeHandler")
                    ? Kind.NATIVE
                    : Kind.JAVA;
        }

        /** Calls a handler of the kind {@link Kind#JAVA}. That of the JVM does not return. */
        void call(JvmSignal signal) {
            code.handle(signal.signal);
        }
    }
}
