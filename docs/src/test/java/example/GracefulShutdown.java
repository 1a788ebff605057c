/* SPDX-License-Identifier: Apache-2.0 */
package example;

import static org.signals4j.StandardSignal.SIGTERM;

import java.util.concurrent.CountDownLatch;
import org.signals4j.Signals;

/** The example of a server that ends when it is asked to, as in the reference of Python's module. */
final class GracefulShutdown {

    private GracefulShutdown() {}

    public static void main(String[] args) throws InterruptedException {
        var shutdownRequested = new CountDownLatch(1);
        Signals.handle(SIGTERM, event -> {
            System.out.println("Received SIGTERM, shutting down gracefully...");
            shutdownRequested.countDown();
        });
        System.out.println("Server running... (send SIGTERM to test)");
        shutdownRequested.await();
        System.out.println("Cleaned up resources.");
    }
}
