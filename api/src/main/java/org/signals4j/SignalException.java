/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Objects;

/**
 * The operating system refused an operation.
 *
 * @see <a href="https://man7.org/linux/man-pages/man3/errno.3.html">errno(3)</a>
 * @since 0.1
 */
public final class SignalException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The number that the system gave. */
    private final int errno;

    /** The name of that number. */
    private final String errnoName;

    /**
     * Creates the exception. For providers.
     *
     * @param operation what was tried, for example {@code "kill(4711, SIGTERM)"}
     * @param errno the system's error number
     * @param errnoName its name, for example {@code "ESRCH"}
     * @param explanation what it means here
     */
    public SignalException(String operation, int errno, String errnoName, String explanation) {
        super(Objects.requireNonNull(operation, "operation") + ": "
                + Objects.requireNonNull(explanation, "explanation") + " ("
                + Objects.requireNonNull(errnoName, "errnoName") + ", errno " + errno + ")");
        this.errno = errno;
        this.errnoName = errnoName;
    }

    /**
     * Returns the system's error number.
     *
     * @return errno, whose values differ by platform
     */
    public int errno() {
        return errno;
    }

    /**
     * Returns the name of the error number.
     *
     * @return for example {@code ESRCH}
     */
    public String errnoName() {
        return errnoName;
    }
}
