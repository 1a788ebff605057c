/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.Objects;

/**
 * A signal that is known and that this platform or provider does not have, such as SIGBREAK on Linux.
 *
 * @since 0.1
 */
public final class UnsupportedSignalException extends UnsupportedOperationException {

    private static final long serialVersionUID = 1L;

    /** The signal's name: signals themselves are not serializable. */
    private final String signalName;

    /**
     * Creates the exception.
     *
     * @param signal the signal
     * @param provider the name of the provider that does not have it
     */
    public UnsupportedSignalException(Signal signal, String provider) {
        super("provider '" + Objects.requireNonNull(provider, "provider") + "' has no " + signal.name()
                + " on this platform; Signals.supported() lists what there is");
        this.signalName = signal.name();
    }

    /**
     * Returns the name of the signal.
     *
     * @return for example {@code SIGBREAK}
     */
    public String signalName() {
        return signalName;
    }
}
