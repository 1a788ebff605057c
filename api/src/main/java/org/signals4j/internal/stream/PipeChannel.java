/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.stream;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.signals4j.SignalChannel;
import org.signals4j.SignalEvent;
import org.signals4j.SignalListener;
import org.signals4j.Subscription;

/** A pipe whose one end the reading thread writes without ever waiting. */
public final class PipeChannel implements SignalChannel {

    private static final int MOST_AT_ONCE = 8192;

    private final Pipe pipe;
    private final Subscription subscription;
    private final AtomicLong overflow = new AtomicLong();

    public PipeChannel(BiFunction<SignalListener, Runnable, Subscription> subscribe) {
        try {
            pipe = Pipe.open();
            pipe.sink().configureBlocking(false);
        } catch (IOException noPipe) {
            throw new UncheckedIOException("no pipe for a channel of signals", noPipe);
        }
        try {
            subscription = subscribe.apply(this::write, this::end);
        } catch (RuntimeException | Error refused) {
            closePipe();
            throw refused;
        }
    }

    private void write(SignalEvent event) throws IOException {
        try {
            writeEach(event);
        } catch (ClosedChannelException closed) {
            // Meanwhile: what was on its way is nobody's any more.
        }
    }

    /** A byte for each arrival; those for which there is no room are counted. */
    private void writeEach(SignalEvent event) throws IOException {
        byte[] numbers = new byte[(int) Math.min(event.count(), MOST_AT_ONCE)];
        Arrays.fill(numbers, (byte) event.number());
        ByteBuffer bytes = ByteBuffer.wrap(numbers);
        long left = event.count();
        while (left > 0) {
            int written = pipe.sink().write(bytes.clear().limit((int) Math.min(left, numbers.length)));
            if (written == 0) {
                countOverflow(left);
                return;
            }
            left -= written;
        }
    }

    private void countOverflow(long arrivals) {
        if (overflow.getAndAdd(arrivals) == 0) {
            System.getLogger("org.signals4j")
                    .log(
                            Level.WARNING,
                            "a channel of signals is full: nobody reads it, and signals that arrive are only"
                                    + " counted (SignalChannel.overflow)");
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

    /** Nothing will be written any more: the reader comes to the end of the stream, also one in a selector. */
    private void end() {
        close(pipe.sink());
    }

    @Override
    public void close() {
        subscription.close();
        closePipe();
    }

    private void closePipe() {
        try {
            close(pipe.sink());
        } finally {
            close(pipe.source());
        }
    }

    private static void close(Channel side) {
        try {
            side.close();
        } catch (IOException unlikely) {
            throw new UncheckedIOException("closing a channel of signals", unlikely);
        }
    }
}
