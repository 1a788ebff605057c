/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.HandleOption;
import org.signals4j.SignalEvent;
import org.signals4j.SubscribeOption;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** What handlers throw. */
@Needs(Capability.RAISE)
class ExceptionContract extends InProcess {

    private record Failure(SignalEvent event, Throwable thrown) {}

    private final LinkedBlockingQueue<Failure> failures = new LinkedBlockingQueue<>();
    private final HandleOption keep =
            HandleOption.onException((event, thrown) -> failures.add(new Failure(event, thrown)));

    private Failure failure() throws InterruptedException {
        Failure failure = failures.poll(Patience.limit().toMillis(), TimeUnit.MILLISECONDS);
        if (failure == null) {
            throw new AssertionError("the exception handler was not called");
        }
        return failure;
    }

    @Test
    @Checks({"EXC-1", "EXC-3", "EXC-6"})
    void whatAHandlerThrowsGoesToItsExceptionHandler() throws Exception {
        List<Throwable> all = new ArrayList<>(
                List.of(new IllegalStateException("a"), new Exception("b"), new Error("c"), new StackOverflowError()));
        for (Throwable each : all) {
            // The third may be a signal whose default ends the process: it must not.
            system.handle(third, event -> sneak(each), keep);
            cause(third);
            Failure failure = failure();
            assertSame(each, failure.thrown());
            assertEquals(third, failure.event().signal());
        }
        Recorder next = recorder();
        system.handle(third, next);
        cause(third);
        next.next("the event after handlers that threw");
    }

    @Test
    @Checks("EXC-2")
    void whatAListenerThrowsKeepsNobodyFromTheEvent() throws Exception {
        Recorder older = recorder();
        Recorder handler = recorder();
        IllegalArgumentException thrown = new IllegalArgumentException("thrown by the newest");
        system.handle(first, handler);
        system.subscribe(first, older);
        system.subscribe(
                first,
                event -> {
                    throw thrown;
                },
                keep);
        for (int i = 0; i < 3; i++) {
            cause(first);
            older.next("the event of the older subscriber");
            handler.next("the event of the handler");
            assertSame(thrown, failure().thrown());
        }
    }

    @Test
    @Checks("EXC-4")
    void whatTheExceptionHandlerThrowsEndsNothing() {
        Recorder careless = recorder().doing(event -> {
            throw new IllegalStateException("thrown by the handler");
        });
        system.handle(first, careless, HandleOption.onException((event, thrown) -> {
            throw new IllegalStateException("thrown by the exception handler, on purpose");
        }));
        for (int i = 0; i < 3; i++) {
            cause(first);
            careless.next("the event after the exception handler has thrown");
        }
    }

    @Test
    @Checks("EXC-5")
    void anExecutorThatRejectsIsReported() throws Exception {
        Recorder handler = recorder();
        AtomicReference<Boolean> called = new AtomicReference<>(false);
        system.handle(first, handler);
        system.subscribe(
                first,
                event -> called.set(true),
                SubscribeOption.executor(task -> {
                    throw new RejectedExecutionException("on purpose");
                }),
                keep);
        cause(first);
        assertInstanceOf(RejectedExecutionException.class, failure().thrown());
        handler.next("the event of the handler");
        assertEquals(false, called.get());
    }

    private static void sneak(Throwable thrown) throws Exception {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (Exception) thrown;
    }
}
