/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.util.function.ToIntFunction;
import org.signals4j.SignalException;

/**
 * The numbers in which POSIX systems differ.
 *
 * @param sigaction the layout for libc's {@code sigaction}
 * @param siginfo the layout of {@code siginfo_t}
 * @param sigsetSize the size of {@code sigset_t}
 * @param saSiginfo SA_SIGINFO
 * @param saRestart SA_RESTART
 * @param saOnstack SA_ONSTACK
 * @param saRestorer the flag that libc adds and reports, or 0
 * @param sigBlock SIG_BLOCK
 * @param sigUnblock SIG_UNBLOCK
 * @param sigSetmask SIG_SETMASK
 * @param mapPrivateAnonymous MAP_PRIVATE and MAP_ANONYMOUS
 * @param nonblock O_NONBLOCK
 * @param errno which column of {@link Errno} is the platform's
 * @param faults the mask of the signals that a fault of the running thread makes; blocking them is undefined
 */
public record PosixAbi(
        SigactionLayout sigaction,
        SiginfoLayout siginfo,
        int sigsetSize,
        int saSiginfo,
        int saRestart,
        int saOnstack,
        int saRestorer,
        int sigBlock,
        int sigUnblock,
        int sigSetmask,
        int mapPrivateAnonymous,
        int nonblock,
        ToIntFunction<Errno> errno,
        long faults) {

    /** PROT_READ and PROT_WRITE. */
    static final int READ_WRITE = 3;

    /** PROT_READ and PROT_EXEC. */
    static final int READ_EXECUTE = 5;

    /** F_GETFL. */
    static final int GET_FLAGS = 3;

    /** F_SETFL. */
    static final int SET_FLAGS = 4;

    /**
     * Returns what is installed for a handler of ours: the whole mask, so that handlers do not nest, without the faults,
     * so that a fault in a handler is reported as one.
     *
     * @param handler its address
     * @return the action
     */
    public Sigaction caughtBy(long handler) {
        return new Sigaction(handler, saSiginfo | saRestart | saOnstack, ~faults);
    }

    /** Makes a {@code sigset_t}. */
    NativeBuffer sigset(long mask) {
        NativeBuffer set = NativeBuffer.allocate(Math.max(sigsetSize, Long.BYTES));
        set.bytes().putLong(0, mask);
        return set;
    }

    int number(Errno error) {
        return errno.applyAsInt(error);
    }

    /**
     * Makes the exception for a call that failed.
     *
     * @param operation the call, for example {@code "kill(4711, SIGTERM)"}
     * @param number the error number
     * @return the exception
     */
    public SignalException failure(String operation, int number) {
        return Errno.failure(operation, number, errno);
    }
}
