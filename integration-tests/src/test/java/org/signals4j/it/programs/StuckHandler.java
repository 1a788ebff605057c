/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.programs;

import static org.signals4j.StandardSignal.SIGALRM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGWINCH;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.signals4j.Signals;
import org.signals4j.SubscribeOption;

/** The handler of SIGUSR1 never returns. An executor sees that signal and SIGALRM; SIGWINCH has main end the program. */
public final class StuckHandler {

    private StuckHandler() {}

    public static void main(String... args) throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Signals.handle(SIGUSR1, event -> {
            System.out.println("stuck");
            never.await();
        });
        Signals.subscribe(
                List.of(SIGUSR1, SIGALRM, SIGWINCH),
                event -> {
                    System.out.println("saw " + event.signal());
                    if (event.signal() == SIGWINCH) {
                        end.countDown();
                    }
                },
                SubscribeOption.CANCEL_DEFAULT,
                SubscribeOption.executor(Executors.newSingleThreadExecutor()));
        System.out.println("ready");
        end.await();
        System.exit(5);
    }
}
