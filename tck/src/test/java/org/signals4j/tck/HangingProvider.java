/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;
import org.signals4j.testing.FakeSignalProvider;

/** Works up to the call that a property names, which never returns. */
public final class HangingProvider implements SignalProvider {

    /** The method, and after a colon how many calls of it return. */
    static final String HANGS = "hangs";

    private static final AtomicInteger CALLS = new AtomicInteger();

    private final SignalProvider sound = new FakeSignalProvider();

    /** For the TCK, by the name of the class. */
    public HangingProvider() {}

    private static void call(String method) {
        String[] hangs = System.getProperty(HANGS).split(":");
        if (method.equals(hangs[0]) && CALLS.incrementAndGet() > Integer.parseInt(hangs[1])) {
            while (true) {
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException deaf) {
                    // As native code is.
                }
            }
        }
    }

    @Override
    public String name() {
        call("name");
        return sound.name();
    }

    @Override
    public int priority() {
        return sound.priority();
    }

    @Override
    public Availability availability() {
        call("availability");
        return sound.availability();
    }

    @Override
    public SignalBackend open() {
        call("open");
        SignalBackend backend = sound.open();
        return (SignalBackend) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SignalBackend.class}, (proxy, method, arguments) -> {
                    call(method.getName());
                    try {
                        return method.invoke(backend, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
