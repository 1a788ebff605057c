/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The calls of libc that provider-linux makes until its first handler is installed, as a program without signals4j would
 * bind and make them: to compare the time that they take. The handler does nothing but return.
 */
final class BareBinding {

    private static final int PAGE = 4096;
    private static final int DATA = 0x109000;
    private static final int PRIVATE_ANONYMOUS = 0x22;
    private static final int READ_WRITE = 3;
    private static final int READ_EXECUTE = 5;
    private static final int CLOSE_ON_EXEC = 0x80000;
    private static final int GET_FLAGS = 3;
    private static final int SET_FLAGS = 4;
    private static final int NONBLOCK = 0x800;
    private static final int SIGINFO_RESTART_ONSTACK = 0x1800_0004;
    private static final int SIGACTION_MASK = 8;
    private static final int SIGACTION_FLAGS = 136;
    private static final int KERNEL_SIGSET_SIZE = 8;

    private static final boolean X86_64 = System.getProperty("os.arch").equals("amd64");
    private static final int RT_SIGACTION = X86_64 ? 13 : 134;
    private static final int RETURN = X86_64 ? 0xc3 : 0xd65f03c0;

    /** The signals that the provider looks at, some of them more than once, to find out which are the JVM's. */
    private static final int[] LOOKED_AT = {11, 3, 12, 1, 2, 15, 1, 2, 15, 3, 13, 25, 10, 10, 10, 10};

    static {
        Native.register(BareBinding.class, NativeLibrary.getProcess());
    }

    private BareBinding() {}

    private static native int __libc_current_sigrtmin();

    private static native int __libc_current_sigrtmax();

    private static native String getenv(String name);

    private static native int getpid();

    private static native int dladdr(long address, long info);

    private static native long syscall(long number, long a, long b, long c, long d);

    private static native long mmap(long address, long length, int protection, int flags, int fd, long offset);

    private static native int mprotect(long address, long length, int protection);

    private static native int munmap(long address, long length);

    private static native int pipe2(long fds, int flags);

    private static native int fcntl(int fd, int command, int argument);

    private static native int sigaction(int signal, long action, long old);

    private static native long read(int fd, long buffer, long count);

    static void install() {
        __libc_current_sigrtmin();
        __libc_current_sigrtmax();
        getenv("_JAVA_SR_SIGNUM");
        ByteBuffer struct = buffer(256);
        for (int signal : LOOKED_AT) {
            check(syscall(RT_SIGACTION, signal, 0, address(struct), KERNEL_SIGSET_SIZE));
            dladdr(struct.getLong(0), address(buffer(32)));
        }
        check(munmap(page(PAGE), PAGE));
        page(DATA);
        int readEnd = pipe();
        long handler = page(PAGE);
        new Pointer(handler).setInt(0, RETURN);
        check(mprotect(handler, PAGE, READ_EXECUTE));
        getpid();
        startReader(readEnd);
        struct.putLong(0, handler).putLong(SIGACTION_MASK, 0).putInt(SIGACTION_FLAGS, SIGINFO_RESTART_ONSTACK);
        check(sigaction(Kill.SIGUSR1, address(struct), address(buffer(256))));
    }

    private static long page(int size) {
        return check(mmap(0, size, READ_WRITE, PRIVATE_ANONYMOUS, -1, 0));
    }

    private static int pipe() {
        ByteBuffer ends = buffer(8);
        check(pipe2(address(ends), CLOSE_ON_EXEC));
        check(fcntl(ends.getInt(4), SET_FLAGS, fcntl(ends.getInt(4), GET_FLAGS, 0) | NONBLOCK));
        return ends.getInt(0);
    }

    private static void startReader(int readEnd) {
        ByteBuffer records = buffer(64 * 1024);
        Thread reader = new Thread(() -> read(readEnd, address(records), records.capacity()), "reader");
        reader.setDaemon(true);
        reader.start();
    }

    private static long check(long result) {
        if (result == -1) {
            throw new IllegalStateException("errno " + Native.getLastError());
        }
        return result;
    }

    private static ByteBuffer buffer(int size) {
        return ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
    }

    private static long address(ByteBuffer buffer) {
        return Pointer.nativeValue(Native.getDirectBufferPointer(buffer));
    }
}
