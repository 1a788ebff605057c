/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.signals4j.SignalChannel;
import org.signals4j.SignalEvent;
import org.signals4j.SignalListener;
import org.signals4j.Subscription;

/** A pipe whose one end the reading thread writes without ever waiting. */
public final class PipeChannel implements SignalChannel {

    private final Pipe pipe;
    private final Subscription subscription;
    private final AtomicLong overflow = new AtomicLong();

    public PipeChannel(Function<SignalListener, Subscription> subscribe) {
        try {
            pipe = Pipe.open();
            pipe.sink().configureBlocking(false);
        } catch (IOException noPipe) {
            throw new UncheckedIOException("no pipe for a channel of signals", noPipe);
        }
        try {
            subscription = subscribe.apply(this::write);
        } catch (RuntimeException | Error refused) {
            closePipe();
            throw refused;
        }
    }

    private void write(SignalEvent event) throws IOException {
        ByteBuffer number = ByteBuffer.allocate(1).put(0, (byte) event.number());
        for (long i = 0; i < event.count(); i++) {
            if (pipe.sink().write(number.rewind()) == 0 && overflow.getAndIncrement() == 0) {
                System.getLogger("org.signals4j")
                        .log(
                                Level.WARNING,
                                "a channel of signals is full: nobody reads it, and signals that arrive are only"
                                        + " counted (SignalChannel.overflow)");
            }
        }
    }

    @Override
    public Pipe.SourceChannel source() {
        return pipe.source();
    }

    @Override
    public long overflow() {
        return overflow.get();
    }

    @Override
    public void close() {
        subscription.close();
        closePipe();
    }

    private void closePipe() {
        try {
            try {
                pipe.sink().close();
            } finally {
                pipe.source().close();
            }
        } catch (IOException unlikely) {
            throw new UncheckedIOException("closing a channel of signals", unlikely);
        }
    }
}
