/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import org.signals4j.SignalEvent;

/** How {@code watch} shows what arrives. Each call writes whole lines. */
interface EventPrinter {

    /** Says that from now on no signal is missed. */
    void ready(long pid, String provider);

    void event(SignalEvent event);
}
