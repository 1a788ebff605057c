/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import org.signals4j.Signal;

/** Has libc's getpid called as a handler: it takes no argument, may be called there, and changes nothing. */
public final class LinuxForeignHandlers implements ForeignHandlers {

    @Override
    public void install(Signal signal, int number) {
        NativeLibrary libc = NativeLibrary.getInstance("c");
        Pointer before = libc.getFunction("signal").invokePointer(new Object[] {number, libc.getFunction("getpid")});
        if (Pointer.nativeValue(before) == -1) {
            throw new IllegalStateException("signal(2) has refused " + signal);
        }
    }
}
