/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.signals4j.Signal;
import org.signals4j.SignalSystem;
import org.signals4j.spi.SignalProvider;

/** What the program of a child JVM has. */
public final class ChildContext {

    private final SignalProvider provider;
    private final List<String> arguments;
    private final PrintStream output = System.out;
    private final BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    private SignalSystem system;

    ChildContext(SignalProvider provider, List<String> arguments) {
        this.provider = provider;
        this.arguments = arguments;
    }

    public SignalProvider provider() {
        return provider;
    }

    /** Returns the system over the provider, opened at the first call. */
    public synchronized SignalSystem system() {
        if (system == null) {
            system = SignalSystem.open(provider);
        }
        return system;
    }

    public List<String> args() {
        return arguments;
    }

    public String arg(int index) {
        return arguments.get(index);
    }

    /** Returns the signal that an argument names. */
    public Signal signal(int index) {
        return Signal.of(arg(index));
    }

    /** Tells the test something. */
    public void say(String line) {
        // One write, so that lines of several threads do not mix.
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        output.write(bytes, 0, bytes.length);
        output.flush();
    }

    /** Waits until the test says to go on; ends this process if the test has gone. */
    public String awaitProceed() throws IOException {
        String line = input.readLine();
        if (line == null) {
            Runtime.getRuntime().halt(99);
        }
        return line;
    }
}
