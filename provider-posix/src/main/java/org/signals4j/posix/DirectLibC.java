/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

/** {@link LibC} as JNA binds it. A subclass may add functions; what it declares is bound when it is first loaded. */
public class DirectLibC implements LibC {

    static {
        Natives.bind(DirectLibC.class);
    }

    /** For {@link Natives} and subclasses. */
    protected DirectLibC() {}

    @Override
    public final int errno() {
        return Natives.lastError();
    }

    @Override
    public final native long mmap(long address, long length, int protection, int flags, int fd, long offset);

    @Override
    public final native int mprotect(long address, long length, int protection);

    @Override
    public final native int munmap(long address, long length);

    @Override
    public final native long read(int fd, long buffer, long count);

    @Override
    public final native long write(int fd, long buffer, long count);

    @Override
    public final native int poll(long fds, long count, int timeoutMillis);

    @Override
    public final native int fcntl(int fd, int command, int argument);

    @Override
    public final native int close(int fd);

    @Override
    public final native int sigaction(int signal, long action, long old);

    @Override
    public final native int pthread_sigmask(int how, long set, long old);

    @Override
    public final native int sigpending(long set);

    @Override
    public final native int setitimer(int which, long value, long old);

    @Override
    public final native int getitimer(int which, long value);

    @Override
    public final native int raise(int signal);

    @Override
    public final native int kill(int pid, int signal);

    @Override
    public final native int killpg(int group, int signal);

    @Override
    public final native int getpid();

    @Override
    public final native String getenv(String name);

    @Override
    public final native int dladdr(long address, long info);
}
