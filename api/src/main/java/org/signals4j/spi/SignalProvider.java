/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.spi;

/**
 * A way to signals on some platform, found by {@link java.util.ServiceLoader}.
 *
 * <p>The available provider of the highest priority is used, or the one that the system property
 * {@systemProperty signals4j.provider} names. Declare it both by {@code provides} in the module descriptor and in
 * {@code META-INF/services}.
 *
 * @implSpec The class is public with a public constructor without parameters. The constructor and the static
 *     initialisers touch nothing native and change nothing in the process. All methods may be called by any thread.
 * @since 0.1
 */
public interface SignalProvider {

    /**
     * Returns the name by which users choose this provider.
     *
     * @return lower case, for example {@code linux}
     * @implSpec Always the same text; no other provider's.
     */
    String name();

    /**
     * Returns the rank among the providers that are available.
     *
     * @return 0 for a fallback, 10 for one that calls the system natively
     * @implSpec Always the same number. Among equals the name decides.
     */
    int priority();

    /**
     * Finds out whether this provider works in this process.
     *
     * @return the answer, with its reason
     * @implSpec Leaves the process as it was: installs nothing, and ends no thread and starts none. Native libraries may
     *     be loaded. A reason that makes it unavailable is returned, not thrown.
     */
    Availability availability();

    /**
     * Starts to serve this process.
     *
     * @return the backend
     * @throws org.signals4j.SignalException if the system refuses
     * @implSpec Called once at a time: again only after {@link SignalBackend#close()} of the previous backend. No
     *     disposition is changed before {@link SignalBackend#install} asks for it.
     */
    SignalBackend open();
}
