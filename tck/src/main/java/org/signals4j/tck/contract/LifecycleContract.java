/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.SignalHandler;
import org.signals4j.SignalSystem;
import org.signals4j.Subscription;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** Open and closed. */
class LifecycleContract extends InProcess {

    @Test
    @Checks({"LIFE-1", "LIFE-7"})
    void oneSystemAtATime() {
        assertSame(system, SignalSystem.current().orElseThrow());
        IllegalStateException refused = assertThrows(IllegalStateException.class, () -> SignalSystem.open(provider));
        assertTrue(refused.getMessage().contains("'" + system.provider() + "'"), refused.getMessage());
        assertSame(system, SignalSystem.current().orElseThrow());
        system.close();
        assertEquals(Optional.empty(), SignalSystem.current());
    }

    @Test
    @Checks("LIFE-2")
    void closeEndsAllAndMayBeRepeated() {
        Subscription subscription = system.subscribe(List.of(first, second), recorder());
        system.close();
        system.close();
        assertFalse(subscription.isActive());
        subscription.close();
        reopen();
        assertSame(SignalHandler.DEFAULT, system.handler(first));
    }

    @Test
    @Checks({"LIFE-4", "LIFE-9"})
    @Needs(Capability.RAISE)
    void itOpensAgainAndAgain() {
        int threads = 0;
        for (int i = 0; i < 30; i++) {
            Recorder handler = recorder();
            system.handle(first, handler);
            cause(first);
            handler.next("the event of opening " + i);
            reopen();
            if (i == 5) {
                threads = Thread.activeCount();
            }
        }
        int most = threads + 4;
        Patience.await("the threads to be no more than after a few openings", Thread::activeCount, now -> now <= most);
    }

    @Test
    @Checks("LIFE-5")
    void anotherCopyOfTheApiIsRefused() throws Exception {
        List<URL> urls = new ArrayList<>();
        for (Class<?> each : List.of(SignalSystem.class, provider.getClass())) {
            urls.add(each.getProtectionDomain().getCodeSource().getLocation());
        }
        for (String path : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(new File(path).toURI().toURL());
        }
        // No parent: the platform loader would hand out the classes of named modules that the application has.
        try (URLClassLoader other = new URLClassLoader(urls.toArray(URL[]::new), null)) {
            Class<?> copy = other.loadClass(SignalSystem.class.getName());
            assertTrue(copy != SignalSystem.class, "it is a copy");
            Object copyOfProvider = other.loadClass(provider.getClass().getName())
                    .getConstructor()
                    .newInstance();
            Class<?> type = other.loadClass("org.signals4j.spi.SignalProvider");
            InvocationTargetException thrown = assertThrows(
                    InvocationTargetException.class,
                    () -> copy.getMethod("open", type).invoke(null, copyOfProvider));
            assertInstanceOf(IllegalStateException.class, thrown.getCause());
            assertTrue(
                    thrown.getCause().getMessage().contains("Share it"),
                    thrown.getCause().getMessage());
        }
    }

    @Test
    @Checks("LIFE-6")
    @Needs(Capability.RAISE)
    void aHandlerMayClose() {
        Recorder handler = recorder().doing(event -> system.close());
        system.handle(first, handler);
        cause(first);
        handler.next("the event whose handler closes");
        Patience.await("the system to be closed", () -> SignalSystem.current().isEmpty());
        reopen();
        Recorder again = recorder();
        system.handle(first, again);
        cause(first);
        again.next("the event after the system was opened again");
    }

    @Test
    @Checks("LIFE-8")
    @Needs(Capability.RAISE)
    void allAtOnce() {
        ConcurrentLinkedQueue<Throwable> problems = new ConcurrentLinkedQueue<>();
        Recorder handler = recorder();
        system.handle(second, handler);
        system.handle(first, event -> {}); // so that what arrives between two subscriptions is taken
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            threads.add(new Thread(
                    () -> {
                        try {
                            for (int k = 0; k < 200; k++) {
                                try (Subscription one = system.subscribe(List.of(first, second), event -> {});
                                        var hold = system.hold(first)) {
                                    cause(first);
                                    system.pending();
                                    system.handler(second);
                                }
                            }
                        } catch (Throwable problem) {
                            problems.add(problem);
                        }
                    },
                    "tck stress " + i));
        }
        threads.forEach(Thread::start);
        threads.forEach(thread -> Patience.join(thread, "a thread of the stress"));
        assertEquals(List.of(), List.copyOf(problems));
        Patience.await("what is taken after the stress", () -> {
            cause(second);
            return handler.size() > 0;
        });
    }
}
