/* SPDX-License-Identifier: Apache-2.0 */
package example;

import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGWINCH;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.signals4j.Hold;
import org.signals4j.SignalChannel;
import org.signals4j.SignalEvent;
import org.signals4j.SignalStream;
import org.signals4j.Signals;

/** Takes signals on threads that wait for them. */
final class Waiting {

    private Waiting() {}

    @SuppressWarnings("try") // the hold is used by being open
    public static void main(String[] args) throws Exception {
        try (Hold hold = Signals.hold(SIGUSR1)) {
            startWork();
            SignalEvent event = Signals.await(Set.of(SIGUSR1)); // also if it came before we waited
            System.out.println("held, then taken: " + event.signal());
        }

        Optional<SignalEvent> none = Signals.system().await(Set.of(SIGUSR1), Duration.ofMillis(1));
        System.out.println("in time: " + none.isPresent());

        try (SignalStream stream = Signals.stream(Set.of(SIGUSR1, SIGWINCH), 100)) {
            Signals.raise(SIGWINCH);
            System.out.println("stream: " + stream.next().signal());
        }

        try (SignalChannel channel = Signals.openChannel(Set.of(SIGUSR1))) {
            Signals.raise(SIGUSR1);
            var number = ByteBuffer.allocate(1);
            channel.source().read(number); // or register channel.source() with a Selector
            System.out.println("channel: " + Signals.lookup(number.get(0)));
        }

        var next = Signals.next(SIGUSR1).thenApply(SignalEvent::signal);
        Signals.raise(SIGUSR1);
        System.out.println("future: " + next.get());
    }

    private static void startWork() {
        Signals.raise(SIGUSR1);
    }
}
