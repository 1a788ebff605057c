/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.programs;

import static org.signals4j.StandardSignal.SIGUSR1;

import org.signals4j.Signals;

/** Says which signal its future has got, and ends. */
public final class NextSignal {

    private NextSignal() {}

    public static void main(String... args) {
        var future = Signals.next(SIGUSR1);
        System.out.println("ready");
        System.out.println("got " + future.join().signal());
    }
}
