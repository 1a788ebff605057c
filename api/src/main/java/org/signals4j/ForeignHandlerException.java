/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/**
 * A signal was not taken, because a native handler is there that is neither the JVM's nor ours.
 *
 * @see HandleOption#FORCE
 * @since 0.1
 */
public final class ForeignHandlerException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param signal the signal
     */
    public ForeignHandlerException(Signal signal) {
        super(
                "somebody else's native handler is installed for " + signal.name()
                        + " (a profiler, an agent, a native library); to take the signal all the same, pass HandleOption.FORCE");
    }
}
