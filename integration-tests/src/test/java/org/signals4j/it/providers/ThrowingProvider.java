/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.providers;

/** Cannot be made. */
public final class ThrowingProvider extends UnavailableProvider {

    public ThrowingProvider() {
        throw new IllegalStateException("the licence server does not answer");
    }
}
