/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import org.signals4j.posix.NativeBuffer;
import org.signals4j.posix.PosixAbi;
import org.signals4j.posix.RealtimeQueue;
import org.signals4j.posix.SiginfoDecoder;

/**
 * The kernel's queue of real-time signals as a descriptor. It yields nothing at first, and what has overflowed later:
 * other signals may belong to others, and a signal that somebody else handles must not be taken from him.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/signalfd.2.html">signalfd(2)</a>
 */
final class SignalFd implements RealtimeQueue {

    private static final SiginfoDecoder DECODER = new SiginfoDecoder(LinuxAbi.SIGNALFD_SIGINFO, LinuxAbi.CAUSES);

    private final LinuxLibC libc;
    private final PosixAbi abi;
    private final NativeBuffer mask;
    private final int descriptor;

    SignalFd(LinuxLibC libc, PosixAbi abi) {
        this.libc = libc;
        this.abi = abi;
        this.mask = NativeBuffer.allocate(abi.sigsetSize());
        this.descriptor = libc.signalfd(-1, mask.address(), LinuxAbi.CLOSE_ON_EXEC | abi.nonblock());
        if (descriptor < 0) {
            throw abi.failure("signalfd()", libc.errno());
        }
    }

    @Override
    public int descriptor() {
        return descriptor;
    }

    @Override
    public SiginfoDecoder decoder() {
        return DECODER;
    }

    @Override
    public void accept(long signals) {
        mask.bytes().putLong(0, signals);
        if (libc.signalfd(descriptor, mask.address(), 0) < 0) {
            throw abi.failure("signalfd(" + descriptor + ")", libc.errno());
        }
    }

    @Override
    public void close() {
        libc.close(descriptor);
    }
}
