/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGALRM;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.signals4j.SignalEvent;
import org.signals4j.Signals;

/**
 * The reference's timeout with alarm: what the handler throws ends the slow operation and leaves the call. It takes
 * 30 s instead of 10, so that on a slow machine, too, it is plain whether it was ended.
 */
final class TimeoutExample {

    private TimeoutExample() {}

    static void timeoutHandler(SignalEvent event) throws TimeoutException {
        throw new TimeoutException("Operation timed out");
    }

    static String slowOperation() throws InterruptedException {
        Thread.sleep(30_000);
        return "completed";
    }

    public static void main(String[] args) throws Exception {
        // Set 2-second timeout
        Signals.bindMainThread();
        Signals.handle(SIGALRM, TimeoutExample::timeoutHandler);
        Signals.alarm(Duration.ofSeconds(2));

        try {
            String result = Signals.call(TimeoutExample::slowOperation);
            System.out.println("Result: " + result);
        } catch (TimeoutException e) {
            System.out.println("Error: " + e.getMessage());
        } finally {
            Signals.alarm(Duration.ZERO); // Cancel alarm if operation succeeded
        }
    }
}
