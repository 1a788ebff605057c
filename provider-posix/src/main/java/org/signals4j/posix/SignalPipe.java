/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

/**
 * The pipe between the handlers and the reader. Writing never blocks, because a thread that is stuck in a handler would
 * stop the whole JVM at its next safepoint; reading blocks. Closed on exec, and otherwise never, because the handlers
 * would write to whatever gets the number next. Not enlarged: that makes the worst case slower.
 *
 * @param readEnd its descriptor
 * @param writeEnd its descriptor
 */
public record SignalPipe(int readEnd, int writeEnd) {

    /**
     * Completes a pipe that was made with both ends closed on exec.
     *
     * @param libc how to call the system
     * @param abi the platform's numbers
     * @param readEnd its descriptor
     * @param writeEnd its descriptor
     * @return the pipe
     * @throws org.signals4j.SignalException if the system refuses; then both are closed
     */
    public static SignalPipe of(LibC libc, PosixAbi abi, int readEnd, int writeEnd) {
        int flags = libc.fcntl(writeEnd, PosixAbi.GET_FLAGS, 0);
        if (flags < 0 || libc.fcntl(writeEnd, PosixAbi.SET_FLAGS, flags | abi.nonblock()) < 0) {
            int errno = libc.errno();
            libc.close(readEnd);
            libc.close(writeEnd);
            throw abi.failure("fcntl(O_NONBLOCK) on the pipe", errno);
        }
        return new SignalPipe(readEnd, writeEnd);
    }
}
