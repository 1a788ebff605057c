/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import org.signals4j.posix.DirectLibC;
import org.signals4j.posix.Natives;

/** {@link LinuxLibC} as JNA binds it. */
final class DirectLinuxLibC extends DirectLibC implements LinuxLibC {

    static {
        Natives.bind(DirectLinuxLibC.class);
    }

    @Override
    public native long syscall(long number, long a, long b, long c, long d);

    @Override
    public native int pipe2(long fds, int flags);

    @Override
    public native int sigqueue(int pid, int signal, long value);

    @Override
    public native int signalfd(int fd, long mask, int flags);

    @Override
    public native int __libc_current_sigrtmin();

    @Override
    public native int __libc_current_sigrtmax();
}
