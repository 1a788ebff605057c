/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** What Java 17 cannot ask of a thread. */
final class Threads {

    /** {@code Thread.isVirtual}, or null before Java 21. */
    private static final MethodHandle IS_VIRTUAL = find();

    private Threads() {}

    private static MethodHandle find() {
        try {
            return MethodHandles.publicLookup()
                    .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
        } catch (ReflectiveOperationException before21) {
            return null;
        }
    }

    static boolean isVirtual() {
        try {
            return IS_VIRTUAL != null && (boolean) IS_VIRTUAL.invokeExact(Thread.currentThread());
        } catch (Throwable impossible) { // the signature of invokeExact: isVirtual itself throws nothing
            throw new AssertionError(impossible);
        }
    }

    static void refuseVirtual(String operation) {
        if (isVirtual()) {
            throw new UnsupportedOperationException("'" + operation
                    + "' concerns a thread of the system, and a virtual thread has none of its own: call it on a"
                    + " platform thread");
        }
    }
}
