/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGUSR1;

import java.io.IOException;
import java.util.Set;
import org.signals4j.Signal;
import org.signals4j.Signals;
import org.signals4j.ThreadMask;

/**
 * Block and unblock word for word, which does <em>not</em> protect a Java program: only this thread blocks the signal,
 * and the kernel gives what is sent to the process to any other. In Python the thread is often the only one.
 */
final class NaiveBlockExample {

    private NaiveBlockExample() {}

    public static void main(String[] args) throws IOException {
        ThreadMask mask = Signals.threadMask();
        // Block SIGUSR1 temporarily
        Set<Signal> oldMask = mask.block(Set.of(SIGUSR1));

        // SIGUSR1 is now blocked
        System.out.println("Blocked: " + mask.blocked());
        // Do critical work...
        System.in.read();
        System.out.println("Critical work is done");

        // Restore previous mask
        mask.set(oldMask);
    }
}
