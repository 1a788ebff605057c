/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGALRM;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.signals4j.Signals;

/** The timeout again, with a slow operation of ten steps each of which swallows interrupts. */
final class StubbornTimeoutExample {

    private static int swallowed;

    private StubbornTimeoutExample() {}

    static String slowOperation() {
        for (int step = 0; step < 10; step++) {
            try {
                Thread.sleep(10_000);
            } catch (InterruptedException e) {
                swallowed++;
            }
        }
        return "completed";
    }

    public static void main(String[] args) throws Exception {
        Signals.bindMainThread();
        Signals.handle(SIGALRM, TimeoutExample::timeoutHandler);
        Signals.alarm(Duration.ofSeconds(2));

        try {
            String result = Signals.call(StubbornTimeoutExample::slowOperation);
            System.out.println("Result: " + result);
        } catch (TimeoutException e) {
            System.out.println("Error: " + e.getMessage());
        } finally {
            Signals.alarm(Duration.ZERO);
        }
        System.out.println("Interrupts swallowed: " + swallowed);
    }
}
