/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;

/**
 * Reads what the handlers of a {@link HandlerPage} have written: the reading half of a backend.
 *
 * <p>Standard signals cost one blocking read of up to 512 records. Where one found the pipe full, a counter has it, and
 * an empty record comes after the counter, so that it is enough to look at the counters after each read.
 *
 * <p>A real-time signal that found the pipe full is in a slot, and the thread that took it leaves that signal to others
 * from then on. When all threads do, the signals stay in the queue of the kernel, which tells senders when it is full.
 * From the first such signal on, the thread that reads blocks it too, but only while it is in here, and reads that queue
 * along with the pipe. While the api has no room for more it leaves the queue alone, and the handlers keep out of the
 * pipe.
 *
 * <p>{@link #receive} is called by one thread at a time, {@link #wake} by any.
 */
public final class SignalReader {

    private static final int RECORDS = 512;
    private static final int EXIT_POLL_MILLIS = 5;

    /** {@code struct pollfd}: the file, what is asked, what is answered. */
    private static final int POLL_SIZE = 8;

    private static final int POLL_EVENTS = 4;
    private static final int POLL_ANSWER = 6;
    private static final short POLL_IN = 1;

    private final LibC libc;
    private final PosixAbi abi;
    private final SignalPipe pipe;
    private final DataArea data;
    private final SiginfoDecoder decoder;
    private final int highestSignal;
    private final NativeBuffer records;
    private final RealtimeQueue queue;
    private final NativeBuffer queuedSignals;
    private final NativeBuffer maskBefore;
    private final NativeBuffer polled = NativeBuffer.allocate(2 * POLL_SIZE);
    private final Thread exitHook;
    private final AtomicBoolean woken = new AtomicBoolean();

    private volatile boolean exiting;

    /** The real-time signals that have ever found the pipe full or closed, so that threads have blocked them. */
    private long queued;

    /** What the data area says. */
    private boolean realtimeClosed;

    /**
     * Creates a reader.
     *
     * @param libc how to call the system
     * @param abi the platform's numbers
     * @param page where the handlers are
     * @param decoder for what they write
     * @param highestSignal the highest number that can arrive
     * @param queue where real-time signals are that every thread has blocked; closed with this reader
     */
    public SignalReader(
            LibC libc, PosixAbi abi, HandlerPage page, SiginfoDecoder decoder, int highestSignal, RealtimeQueue queue) {
        this.libc = libc;
        this.abi = abi;
        this.pipe = page.pipe();
        this.data = page.data();
        this.decoder = decoder;
        this.highestSignal = highestSignal;
        this.records = NativeBuffer.allocate(RECORDS * decoder.size());
        this.queue = queue;
        this.queuedSignals = abi.sigset(0);
        this.maskBefore = abi.sigset(0);
        this.exitHook = new Thread(null, this::stopBlocking, "signals4j exit", 0, false);
        try {
            Runtime.getRuntime().addShutdownHook(exitHook);
        } catch (IllegalStateException shuttingDown) {
            stopBlocking();
        }
        data.setRealtimeClosed(false);
        noticeOverflows(); // an earlier reader may have seen some
    }

    private void noticeOverflows() {
        long all = 0;
        for (int signal = 1; signal <= highestSignal; signal++) {
            all |= data.overflowed(signal) == 0 ? 0 : Sigaction.bit(signal);
        }
        if (all != queued) {
            queued = all;
            queuedSignals.bytes().putLong(0, all);
            queue.accept(all);
        }
    }

    /**
     * Waits for deliveries, as {@link org.signals4j.spi.SignalBackend#receive} says.
     *
     * @param batch where to put them
     */
    public void receive(DeliveryBatch batch) {
        boolean room = batch.realtimeRoom() > 0;
        if (room == realtimeClosed) {
            realtimeClosed = !room;
            data.setRealtimeClosed(realtimeClosed);
        }
        if (room) {
            takeSpilled(batch); // while there was no room they were left alone
        }
        if (queued == 0) {
            do {
                readPipe(batch);
                takeCounted(batch, room);
            } while (batch.size() == 0 && !woken.get());
        } else {
            libc.pthread_sigmask(abi.sigBlock(), queuedSignals.address(), maskBefore.address());
            try {
                readPipeAndQueue(batch, room);
            } finally {
                libc.pthread_sigmask(abi.sigSetmask(), maskBefore.address(), 0);
            }
        }
        woken.set(false);
    }

    private void readPipeAndQueue(DeliveryBatch batch, boolean room) {
        do {
            poll(pipe.readEnd(), room ? queue.descriptor() : -1, batch.size() == 0 && !exiting);
            if (isReady(0)) {
                readPipe(batch);
            }
            takeCounted(batch, room);
            if (isReady(1)) {
                readQueue(batch);
            } else if (exiting && batch.size() == 0) {
                pause();
            }
        } while (batch.size() == 0 && !woken.get());
    }

    private void takeCounted(DeliveryBatch batch, boolean room) {
        takeMissed(batch);
        if (room) {
            takeSpilled(batch);
        }
    }

    /** Asks which of two files can be read, or waits for one of them. An error is left for the read to tell. */
    private void poll(int first, int second, boolean wait) {
        ByteBuffer fds = polled.bytes();
        fds.putInt(0, first).putShort(POLL_EVENTS, POLL_IN).putShort(POLL_ANSWER, (short) 0);
        fds.putInt(POLL_SIZE, second)
                .putShort(POLL_SIZE + POLL_EVENTS, POLL_IN)
                .putShort(POLL_SIZE + POLL_ANSWER, (short) 0);
        libc.poll(polled.address(), 2, wait ? -1 : 0);
    }

    private boolean isReady(int file) {
        return polled.bytes().getShort(POLL_SIZE * file + POLL_ANSWER) != 0;
    }

    /** Has {@link #receive} return. Does not block: if the pipe is full, the reader is not asleep. */
    public void wake() {
        if (woken.compareAndSet(false, true)) {
            writeMarker();
        }
    }

    /**
     * The JVM, when it exits, waits 0.3 seconds for threads that are in native code. So from the beginning of the
     * shutdown the reader no longer sleeps there, but in Java; it goes on serving what arrives while hooks run.
     */
    private void stopBlocking() {
        exiting = true;
        libc.fcntl(pipe.readEnd(), PosixAbi.SET_FLAGS, abi.nonblock());
        writeMarker();
    }

    /** Gives up the reader: nobody is in {@link #receive}, and nobody will be. */
    public void close() {
        queue.close();
        try {
            Runtime.getRuntime().removeShutdownHook(exitHook);
        } catch (IllegalStateException shuttingDown) {
            // Then it has run, or will; it does no harm.
        }
    }

    private void writeMarker() {
        libc.write(pipe.writeEnd(), data.marker(), decoder.size());
    }

    private void readPipe(DeliveryBatch batch) {
        ByteBuffer bytes = records.bytes();
        long length = libc.read(pipe.readEnd(), records.address(), bytes.capacity());
        if (length <= 0) {
            nothingRead(length == 0 ? abi.number(Errno.EBADF) : libc.errno()); // 0: the write end is closed
        }
        for (int at = 0; at < length; at += decoder.size()) {
            add(decoder.decode(bytes, at), batch);
        }
    }

    private void nothingRead(int errno) {
        if (errno == abi.number(Errno.EAGAIN)) {
            pause();
        } else if (errno != abi.number(Errno.EINTR)) {
            throw abi.failure("reading the pipe", errno);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(EXIT_POLL_MILLIS);
        } catch (InterruptedException hurry) {
            // Looking again earlier is all right.
        }
    }

    private void readQueue(DeliveryBatch batch) {
        ByteBuffer bytes = records.bytes();
        long length = libc.read(queue.descriptor(), records.address(), bytes.capacity());
        int errno = libc.errno();
        if (length < 0 && errno != abi.number(Errno.EAGAIN) && errno != abi.number(Errno.EINTR)) {
            throw abi.failure("reading the queue of real-time signals", errno);
        }
        for (int at = 0; at < length; at += decoder.size()) {
            Delivery delivery = queue.decoder().decode(bytes, at);
            add(delivery, batch);
            data.countReceived(delivery.number()); // as the handler would have
        }
    }

    private static void add(Delivery delivery, DeliveryBatch batch) {
        if (delivery != null) {
            batch.add(delivery);
        }
    }

    private void takeMissed(DeliveryBatch batch) {
        for (int signal = 1; signal <= highestSignal; signal++) {
            int count = data.takeMissed(signal);
            if (count > 0) {
                batch.add(Delivery.withoutDetail(signal, count));
            }
        }
    }

    /** Empties the slots. */
    private void takeSpilled(DeliveryBatch batch) {
        int left = data.spilled();
        if (left == 0) {
            return;
        }
        noticeOverflows();
        int slot = data.nextSpilled(0);
        while (slot >= 0) {
            add(decoder.decode(data.memory(), DataArea.recordAt(slot)), batch);
            data.free(slot);
            left--;
            slot = left > 0 ? data.nextSpilled(slot + 1) : -1;
        }
    }
}
