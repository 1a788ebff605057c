/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import org.signals4j.Signal;

/**
 * A way to a native handler that is neither the JVM's nor the provider's. Who tests a provider implements it, in a
 * public class with a constructor without parameters; without it what the contract says of foreign handlers is not
 * applicable.
 *
 * @since 0.1
 */
public interface ForeignHandlers {

    /**
     * Installs a harmless native handler in this process, behind signals4j's back.
     *
     * @param signal the signal
     * @param number its number on this platform
     */
    void install(Signal signal, int number);
}
