/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.lang.reflect.Method;
import java.time.Duration;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Gives each test a thread of its own and a limit, so that none hangs the run. */
final class LimitExtension implements InvocationInterceptor {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        limited(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        limited(invocation, context);
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        aroundTest(invocation, context, "preparing");
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        aroundTest(invocation, context, "closing what was open after");
    }

    /** What gets stuck in opening or closing would do so with each of the tests to come. */
    private static void aroundTest(Invocation<Void> invocation, ExtensionContext context, String what)
            throws Throwable {
        try {
            limited(invocation, context);
        } catch (Limited.LimitReached stuck) {
            String test = context.getRequiredTestClass().getSimpleName() + "."
                    + context.getRequiredTestMethod().getName();
            Environment.of(context).giveUp(what + " " + test + " did not end");
            throw stuck;
        }
    }

    private static void limited(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        Limited.run(context.getDisplayName(), Patience.scaled(LIMIT), Patience::waitingFor, invocation::proceed);
    }
}
