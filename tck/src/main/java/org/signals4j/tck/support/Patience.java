/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** Waits with a limit, and says what for. */
public final class Patience {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private static volatile double scale = 1;
    private static volatile String waitingFor = "nothing";

    private Patience() {}

    static void setScale(double newScale) {
        scale = newScale;
    }

    static Duration scaled(Duration duration) {
        return Duration.ofMillis((long) (duration.toMillis() * scale));
    }

    /** Returns how long a test waits for anything. */
    public static Duration limit() {
        return scaled(LIMIT);
    }

    /** Returns what was waited for last, for who gives a test up. */
    static String waitingFor() {
        return waitingFor;
    }

    public static void await(String what, BooleanSupplier condition) {
        await(what, condition::getAsBoolean, (Boolean met) -> met);
    }

    public static <T> T await(String what, Supplier<T> supplier, Predicate<? super T> condition) {
        waitingFor = what;
        try {
            return Awaitility.await(what)
                    .pollInSameThread()
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(2))
                    .atMost(limit())
                    .until(supplier::get, condition::test);
        } catch (ConditionTimeoutException late) {
            throw new AssertionError(
                    "waited " + limit().toMillis() + " ms for " + what + "; seen last: " + supplier.get());
        } finally {
            waitingFor = "nothing (last: " + what + ")";
        }
    }

    public static <T> T within(String what, Future<T> future) {
        waitingFor = what;
        try {
            return future.get(limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new AssertionError("waited " + limit().toMillis() + " ms for " + what);
        } catch (ExecutionException failed) {
            throw new AssertionError(what + " has failed: " + failed.getCause(), failed.getCause());
        } catch (CancellationException cancelled) {
            throw new AssertionError(what + " was cancelled");
        } catch (InterruptedException interrupted) {
            throw new AssertionError("interrupted while waiting for " + what);
        } finally {
            waitingFor = "nothing (last: " + what + ")";
        }
    }

    public static void join(Thread thread, String what) {
        waitingFor = what;
        try {
            thread.join(limit().toMillis());
        } catch (InterruptedException interrupted) {
            throw new AssertionError("interrupted while waiting for " + what);
        }
        if (thread.isAlive()) {
            throw new AssertionError("waited " + limit().toMillis() + " ms for " + what + "; the thread is in "
                    + java.util.Arrays.toString(thread.getStackTrace()));
        }
        waitingFor = "nothing (last: " + what + ")";
    }
}
