/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Gives each test a thread of its own and a limit, so that none hangs the run. */
final class LimitExtension implements InvocationInterceptor, BeforeAllCallback {

    private static final Duration LIMIT = Duration.ofSeconds(90);

    @Override
    public void beforeAll(ExtensionContext context) {
        Patience.setScale(Environment.of(context).timeScale());
    }

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
        limited(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        limited(invocation, context);
    }

    private static void limited(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        end.complete(invocation.proceed());
                    } catch (Throwable thrown) {
                        end.completeExceptionally(thrown);
                    }
                },
                "tck " + context.getDisplayName());
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        Duration limit = Patience.scaled(LIMIT);
        try {
            end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause();
        } catch (TimeoutException late) {
            String stack =
                    Arrays.stream(thread.getStackTrace()).map(Object::toString).collect(Collectors.joining("\n  at "));
            thread.interrupt();
            throw new AssertionError("the limit of " + limit.toMillis() + " ms was reached while waiting for "
                    + Patience.waitingFor() + "\n  at " + stack);
        }
    }
}
