/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

/**
 * The functions of libc that every POSIX system has, by their names in C. Addresses, {@code size_t} and {@code off_t} are
 * {@code long}: only 64-bit systems are served.
 *
 * <p>Safe for use by several threads.
 *
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/idx/functions.html">POSIX, functions</a>
 */
public interface LibC {

    /**
     * Returns why the last call failed.
     *
     * @return the value of {@code errno} after this thread's last call
     */
    int errno();

    /**
     * Maps memory.
     *
     * @param address where; 0 leaves it to the system
     * @param length how many bytes
     * @param protection PROT_ flags
     * @param flags MAP_ flags
     * @param fd the file, or -1
     * @param offset the offset in it
     * @return the address, or -1
     */
    long mmap(long address, long length, int protection, int flags, int fd, long offset);

    /**
     * Changes the protection of memory.
     *
     * @param address where it begins
     * @param length how many bytes
     * @param protection PROT_ flags
     * @return 0 or -1
     */
    int mprotect(long address, long length, int protection);

    /**
     * Unmaps memory.
     *
     * @param address where it begins
     * @param length how many bytes
     * @return 0 or -1
     */
    int munmap(long address, long length);

    /**
     * Reads from a file.
     *
     * @param fd the file
     * @param buffer where to put it
     * @param count how many bytes at most
     * @return how many bytes, or -1
     */
    long read(int fd, long buffer, long count);

    /**
     * Writes to a file.
     *
     * @param fd the file
     * @param buffer what
     * @param count how many bytes
     * @return how many bytes, or -1
     */
    long write(int fd, long buffer, long count);

    /**
     * Waits until one of some files can be read.
     *
     * @param fds an array of {@code struct pollfd}
     * @param count how many there are
     * @param timeoutMillis how long at most; negative for ever
     * @return how many have something to say, or -1
     */
    int poll(long fds, long count, int timeoutMillis);

    /**
     * Controls an open file.
     *
     * @param fd the file
     * @param command an F_ constant
     * @param argument for it
     * @return what the command returns, or -1
     */
    int fcntl(int fd, int command, int argument);

    /**
     * Closes a file.
     *
     * @param fd the file
     * @return 0 or -1
     */
    int close(int fd);

    /**
     * Asks for, and sets, what a signal does.
     *
     * @param signal the number
     * @param action a {@code struct sigaction}, or 0
     * @param old room for one, or 0
     * @return 0 or -1
     */
    int sigaction(int signal, long action, long old);

    /**
     * Changes the mask of the calling thread.
     *
     * @param how SIG_BLOCK, SIG_UNBLOCK or SIG_SETMASK
     * @param set a {@code sigset_t}, or 0
     * @param old room for one, or 0
     * @return 0 or an error number
     */
    int pthread_sigmask(int how, long set, long old);

    /**
     * Asks what is pending for the calling thread and for the process.
     *
     * @param set room for a {@code sigset_t}
     * @return 0 or -1
     */
    int sigpending(long set);

    /**
     * Sets an interval timer.
     *
     * @param which an ITIMER_ constant
     * @param value a {@code struct itimerval}
     * @param old room for one, or 0
     * @return 0 or -1
     */
    int setitimer(int which, long value, long old);

    /**
     * Asks for an interval timer.
     *
     * @param which an ITIMER_ constant
     * @param value room for a {@code struct itimerval}
     * @return 0 or -1
     */
    int getitimer(int which, long value);

    /**
     * Sends a signal to the calling thread.
     *
     * @param signal the number
     * @return 0; anything else is an error
     */
    int raise(int signal);

    /**
     * Sends a signal to a process. <b>0, -1 and below mean many processes.</b>
     *
     * @param pid the process
     * @param signal the number
     * @return 0 or -1
     */
    int kill(int pid, int signal);

    /**
     * Sends a signal to a group of processes. <b>0 means our own group, and 1 everybody.</b>
     *
     * @param group the group
     * @param signal the number
     * @return 0 or -1
     */
    int killpg(int group, int signal);

    /**
     * Returns the id of this process.
     *
     * @return the pid
     */
    int getpid();

    /**
     * Returns a variable of the environment.
     *
     * @param name its name
     * @return its value, or null
     */
    String getenv(String name);

    /**
     * Finds the library to which an address belongs.
     *
     * @param address of code or data
     * @param info room for a {@code Dl_info}
     * @return 0 if there is none
     */
    int dladdr(long address, long info);
}
