/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows.jna;

import com.sun.jna.CallbackReference;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;

/** {@link Ucrt} as JNA binds it. */
public final class DirectUcrt implements Ucrt {

    static {
        Native.register(DirectUcrt.class, NativeLibrary.getInstance("ucrtbase"));
    }

    /** Binds the functions. */
    public DirectUcrt() {}

    @Override
    public int errno() {
        return _errno().getInt(0);
    }

    private native Pointer _errno();

    @Override
    public native long signal(int number, long handler);

    @Override
    public native int raise(int number);

    @Override
    public long address(CrtHandler handler) {
        return Pointer.nativeValue(CallbackReference.getFunctionPointer(handler));
    }
}
