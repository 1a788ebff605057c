/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.programs;

import java.io.IOException;
import java.io.UncheckedIOException;

/** What the programs have in common. */
final class Stay {

    private Stay() {}

    /** Says that signals may come, and waits until whoever has started us is gone. */
    static void readyUntilEndOfInput() {
        System.out.println("ready");
        try {
            while (System.in.read() >= 0) {
                // Nobody writes anything.
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
