/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * A thread of this process to which a signal can be sent, by the system's id. The system uses the id of a thread that
 * has ended again: sending to a thread that may have ended may hit another one of this process.
 *
 * @param id the system's id of the thread, on Linux the {@code tid}
 * @see <a href="https://man7.org/linux/man-pages/man2/gettid.2.html">gettid(2)</a>
 * @since 0.1
 */
public record ThreadTarget(int id) {

    /**
     * Creates a target.
     *
     * @param id as above
     * @throws IllegalArgumentException if the id is not positive
     */
    public ThreadTarget {
        if (id <= 0) {
            throw new IllegalArgumentException("a thread's id is greater than zero, not " + id);
        }
    }

    /**
     * Returns the calling thread. Python: {@code threading.get_ident()}.
     *
     * @return the target
     * @throws UnsupportedOperationException on a virtual thread, and if the provider lacks
     *     {@link Capability#THREAD_TARGET}
     */
    public static ThreadTarget current() {
        return Signals.system().currentThread();
    }
}
