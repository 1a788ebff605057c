/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.signals4j.Capability;
import org.signals4j.Signal;
import org.signals4j.SignalSystem;
import org.signals4j.spi.SignalProvider;

/** A system over the provider under test, in this process, opened for each test. */
@ExtendWith({LimitExtension.class, Applicable.class})
@Execution(ExecutionMode.SAME_THREAD)
@Isolated("signals are the process's, whatever else its build runs at the same time")
public abstract class InProcess {

    @RegisterExtension
    final EnvironmentExtension context = new EnvironmentExtension();

    /** The provider under test. */
    protected SignalProvider provider;

    /** Open. */
    protected SignalSystem system;

    /** Three supported signals that do no harm once they are taken. */
    protected Signal first;

    protected Signal second;
    protected Signal third;

    @BeforeEach
    final void openSystem() {
        List<Signal> harmless = environment().harmless();
        first = harmless.get(0);
        second = harmless.get(1);
        third = harmless.get(2);
        provider = environment().provider();
        system = SignalSystem.open(provider);
    }

    @AfterEach
    final void closeSystem() {
        if (system != null) {
            system.close();
        }
    }

    protected final Environment environment() {
        return context.environment();
    }

    protected final Recorder recorder() {
        return new Recorder();
    }

    /** Closes the system and opens it again. */
    protected final void reopen() {
        system.close();
        system = SignalSystem.open(provider);
    }

    /** Has a signal arrive in this process. */
    protected final void cause(Signal signal) {
        if (environment().capabilities().contains(Capability.RAISE)) {
            system.raise(signal);
        } else {
            Sender sender = environment()
                    .sender()
                    .orElseThrow(() -> new AssertionError("the provider cannot raise, and there is no outside sender"));
            sender.send(ProcessHandle.current().pid(), signal, environment().number(signal));
        }
    }
}
