/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.signals4j.StandardSignal.SIGALRM;

import java.time.Duration;
import org.signals4j.SignalEvent;
import org.signals4j.Signals;

/** The reference's signal.alarm(): the handler runs in the middle of the second sleep, which then goes on. */
final class AlarmExample {

    private AlarmExample() {}

    static void alarmHandler(SignalEvent event) {
        System.out.println("Alarm fired! 5 seconds have passed.");
    }

    public static void main(String[] args) throws InterruptedException {
        Signals.bindMainThread();
        Signals.handle(SIGALRM, AlarmExample::alarmHandler);

        System.out.println("Scheduling alarm in 5 seconds...");
        Signals.alarm(Duration.ofSeconds(5));

        // Do other work while waiting
        Signals.sleep(Duration.ofSeconds(3));
        System.out.println("3 seconds later...");

        // Wait for the alarm
        Signals.sleep(Duration.ofSeconds(3));
    }
}
