/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.signals4j.spi.Availability;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/**
 * A provider each of whose arrivals is delivered as many that were merged, so that much comes in a short time, however
 * slow the provider is.
 *
 * @param provider the provider that all else is left to
 */
record Multiplying(SignalProvider provider) implements SignalProvider {

    /** More than a pipe has room for, after a few times: on Windows it is a pair of sockets, whose buffers grow. */
    private static final int TIMES = 1_000_000;

    @Override
    public String name() {
        return provider.name();
    }

    @Override
    public int priority() {
        return provider.priority();
    }

    @Override
    public Availability availability() {
        return provider.availability();
    }

    /** By reflection, so that no method of the SPI, default ones included, has to be passed on by hand. */
    @Override
    public SignalBackend open() {
        SignalBackend backend = provider.open();
        return (SignalBackend) Proxy.newProxyInstance(
                SignalBackend.class.getClassLoader(),
                new Class<?>[] {SignalBackend.class},
                (proxy, method, arguments) -> method.getName().equals("receive")
                        ? receive(backend, (DeliveryBatch) arguments[0])
                        : passOn(backend, method, arguments));
    }

    private static Object passOn(SignalBackend backend, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(backend, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    private static Object receive(SignalBackend backend, DeliveryBatch batch) {
        DeliveryBatch read = new DeliveryBatch();
        read.reset(batch.realtimeRoom());
        backend.receive(read);
        for (int i = 0; i < read.size(); i++) {
            Delivery one = read.get(i);
            batch.add(new Delivery(
                    one.number(),
                    one.cause(),
                    one.code(),
                    one.pid(),
                    one.uid(),
                    one.hasValue(),
                    one.value(),
                    one.childStatus(),
                    TIMES,
                    one.token()));
        }
        return null;
    }
}
