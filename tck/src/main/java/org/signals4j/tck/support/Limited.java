/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Runs what may hang on a thread of its own, and gives it up at a limit. */
final class Limited {

    /** What is run. */
    @FunctionalInterface
    interface Action<T> {
        T run() throws Throwable;
    }

    /** The limit was reached. */
    static final class LimitReached extends AssertionError {
        private static final long serialVersionUID = 1;

        private LimitReached(String message) {
            super(message);
        }
    }

    private Limited() {}

    /**
     * Runs an action.
     *
     * @param name of its thread
     * @param limit how long it may take
     * @param waitingFor what was waited for, asked when it has taken longer
     */
    static <T> T run(String name, Duration limit, Supplier<String> waitingFor, Action<T> action) throws Throwable {
        CompletableFuture<T> end = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> {
                    try {
                        end.complete(action.run());
                    } catch (Throwable thrown) {
                        end.completeExceptionally(thrown);
                    }
                },
                "tck " + name);
        thread.setDaemon(true);
        thread.setContextClassLoader(Thread.currentThread().getContextClassLoader());
        thread.start();
        try {
            return end.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause();
        } catch (TimeoutException late) {
            String stack =
                    Arrays.stream(thread.getStackTrace()).map(Object::toString).collect(Collectors.joining("\n  at "));
            thread.interrupt();
            throw new LimitReached("the limit of " + limit.toMillis() + " ms was reached while waiting for "
                    + waitingFor.get() + "\n  at " + stack);
        }
    }
}
