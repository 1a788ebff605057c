/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import com.sun.jna.Function;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The one place that knows JNA. Functions are looked up in the whole process, not in one library: older versions of
 * glibc have some of them elsewhere, and a preloaded libjsig is to be found first.
 */
public final class Natives {

    private Natives() {}

    /**
     * Binds the native methods that a class declares to the functions of the same names.
     *
     * @param type the class
     * @throws UnsatisfiedLinkError if there is no function of that name
     */
    public static void bind(Class<?> type) {
        Native.register(type, NativeLibrary.getProcess());
    }

    /**
     * Tells whether the process has a symbol.
     *
     * @param name its name
     * @return whether some library that is loaded defines it
     */
    public static boolean hasSymbol(String name) {
        try {
            return NativeLibrary.getProcess().getGlobalVariableAddress(name) != null;
        } catch (UnsatisfiedLinkError absent) {
            return false;
        }
    }

    /**
     * Calls a signal handler as an ordinary function, on this thread, without a {@code siginfo_t} and a context.
     *
     * @param handler its address; it must be known to stand this
     * @param signal the number to pass
     */
    public static void callHandler(long handler, int signal) {
        Function.getFunction(new Pointer(handler)).invokeVoid(new Object[] {signal, Pointer.NULL, Pointer.NULL});
    }

    static int lastError() {
        return Native.getLastError();
    }

    static ByteBuffer view(long address, int size) {
        return new Pointer(address).getByteBuffer(0, size).order(ByteOrder.nativeOrder());
    }

    static long address(ByteBuffer direct) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(direct));
    }
}
