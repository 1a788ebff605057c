/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

/** The constants of {@link SignalHandler}: each names a disposition and is not code. */
enum SpecialHandler implements SignalHandler {
    DEFAULT,
    IGNORE,
    SYSTEM_DEFAULT,
    FOREIGN;

    @Override
    public void handle(SignalEvent event) {
        throw new UnsupportedOperationException(
                "SignalHandler." + this + " names a disposition and cannot be called; pass it to Signals.handle");
    }
}
