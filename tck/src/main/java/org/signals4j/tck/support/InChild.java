/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.Isolated;
import org.signals4j.Signal;

/** Tests whose promises are looked at in JVMs of their own. */
@NeedsProcess
@ExtendWith({LimitExtension.class, Applicable.class})
@Execution(ExecutionMode.SAME_THREAD)
@Isolated("signals are the process's, whatever else its build runs at the same time")
public abstract class InChild {

    @RegisterExtension
    final EnvironmentExtension context = new EnvironmentExtension();

    private final List<Child> children = new ArrayList<>();

    protected final Environment environment() {
        return context.environment();
    }

    /** Supported signals that do no harm once they are taken. */
    protected final Signal harmless(int index) {
        return environment().harmless().get(index);
    }

    protected final ChildLaunch child(Class<? extends ChildProgram> program, Object... args) {
        return new ChildLaunch(environment(), program, List.of(args), children::add);
    }

    @AfterEach
    final void endChildren() {
        children.forEach(Child::close);
    }
}
