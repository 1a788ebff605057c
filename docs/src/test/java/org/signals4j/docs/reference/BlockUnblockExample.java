/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGUSR1;

import java.io.IOException;
import org.signals4j.Hold;
import org.signals4j.Signals;

/** The reference's block and unblock: a hold keeps the signal from the whole process, whatever thread it arrives on. */
final class BlockUnblockExample {

    private BlockUnblockExample() {}

    public static void main(String[] args) throws IOException {
        // Block SIGUSR1 temporarily
        try (Hold hold = Signals.hold(SIGUSR1)) {
            // SIGUSR1 is now blocked
            System.out.println("Blocked: " + hold.signals());
            // Do critical work...
            System.in.read();
            System.out.println("Critical work is done");
        }

        // What came meanwhile is delivered now. There is no handler, so it ends the program
        System.in.read();
        System.out.println("Nothing came");
    }
}
