/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

/**
 * What a signal does: {@code struct sigaction} without what is libc's own affair.
 *
 * @param handler the address of the handler, {@link #DEFAULT} or {@link #IGNORE}
 * @param flags {@code sa_flags}, without the flag for the restorer, which libc sets by itself
 * @param mask {@code sa_mask}, signal 1 in the lowest bit
 * @see <a href="https://pubs.opengroup.org/onlinepubs/9799919799/functions/sigaction.html">POSIX sigaction</a>
 */
public record Sigaction(long handler, int flags, long mask) {

    /** SIG_DFL. */
    public static final long DEFAULT = 0;

    /** SIG_IGN. */
    public static final long IGNORE = 1;

    /**
     * Tells whether the handler is code.
     *
     * @return whether it is neither SIG_DFL nor SIG_IGN
     */
    public boolean isCode() {
        return handler != DEFAULT && handler != IGNORE;
    }

    /**
     * Returns this action without a flag.
     *
     * @param flag the flag
     * @return the same action if it does not have the flag
     */
    public Sigaction without(int flag) {
        return new Sigaction(handler, flags & ~flag, mask);
    }

    /**
     * Returns the bit of a signal in a mask.
     *
     * @param signal the number
     * @return the bit
     */
    public static long bit(int signal) {
        return 1L << (signal - 1);
    }
}
