/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Array;
import java.util.Optional;
import org.signals4j.Signal;
import org.signals4j.tck.ForeignHandlers;

/**
 * What is used where nobody has said how: has libc's getpid called as a handler. It takes no argument, may be called
 * there, and changes nothing. The package java.lang.foreign is there from JDK 22 on, and therefore is called by
 * reflection.
 */
public final class PosixForeignHandlers implements ForeignHandlers {

    private static final String PACKAGE = "java.lang.foreign.";
    private static final int FIRST_JDK = 22;

    /** For the TCK. */
    public PosixForeignHandlers() {}

    static boolean isAvailable() {
        String os = System.getProperty("os.name");
        return Runtime.version().feature() >= FIRST_JDK && (os.equals("Linux") || os.startsWith("Mac"));
    }

    @Override
    public void install(Signal signal, int number) {
        long before;
        try {
            before = signal(number, symbol("getpid"));
        } catch (Throwable problem) {
            throw new IllegalStateException("signal(2) cannot be called", problem);
        }
        if (before == -1) {
            throw new IllegalStateException("signal(2) has refused " + signal);
        }
    }

    /** Returns the address of the handler that was there before, or -1. */
    private static long signal(int number, Object handler) throws Throwable {
        Class<?> layout = type("MemoryLayout");
        Object address = type("ValueLayout").getField("ADDRESS").get(null);
        Object parameters = Array.newInstance(layout, 2);
        Array.set(parameters, 0, type("ValueLayout").getField("JAVA_INT").get(null));
        Array.set(parameters, 1, address);
        Object function = type("FunctionDescriptor")
                .getMethod("of", layout, parameters.getClass())
                .invoke(null, address, parameters);
        Object noOptions = Array.newInstance(type("Linker$Option"), 0);
        MethodHandle signal = (MethodHandle) type("Linker")
                .getMethod("downcallHandle", type("MemorySegment"), type("FunctionDescriptor"), noOptions.getClass())
                .invoke(linker(), symbol("signal"), function, noOptions);
        Object before = signal.invokeWithArguments(number, handler);
        return (long) type("MemorySegment").getMethod("address").invoke(before);
    }

    private static Object symbol(String name) throws ReflectiveOperationException {
        Object lookup = type("Linker").getMethod("defaultLookup").invoke(linker());
        Optional<?> symbol = (Optional<?>)
                type("SymbolLookup").getMethod("find", String.class).invoke(lookup, name);
        return symbol.orElseThrow();
    }

    private static Object linker() throws ReflectiveOperationException {
        return type("Linker").getMethod("nativeLinker").invoke(null);
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(PACKAGE + name);
    }
}
