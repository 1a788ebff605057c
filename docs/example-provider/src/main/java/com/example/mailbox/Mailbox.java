/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import jdk.net.ExtendedSocketOptions;

/** The socket of this process, with a thread that empties it. */
final class Mailbox implements AutoCloseable {

    private static final long PAUSE_NANOS = 100_000_000;

    private final Path box;
    private final ServerSocketChannel server;
    private final Consumer<Letter> addressee;
    private final Thread reader = new Thread(null, this::run, "mailbox reader", 0, false);

    Mailbox(Path box, Consumer<Letter> addressee) throws IOException {
        this.box = box;
        this.addressee = addressee;
        Files.deleteIfExists(box); // of a process that had our id before and was killed
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            server.bind(UnixDomainSocketAddress.of(box));
        } catch (IOException e) {
            server.close();
            throw e;
        }
        box.toFile().deleteOnExit();
        reader.setDaemon(true);
        reader.start();
    }

    /** One letter after the other: that is what makes the order of arrival. */
    private void run() {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                open(channel);
            } catch (IOException | RuntimeException bad) { // a bad letter must not keep the next one away
                if (server.isOpen()) {
                    System.getLogger("com.example.mailbox").log(Level.WARNING, "a letter was not accepted", bad);
                    LockSupport.parkNanos(PAUSE_NANOS); // not to spin, if no connection can be accepted any more
                }
            }
        }
    }

    private void open(SocketChannel channel) throws IOException {
        // The folder keeps other users out, but for root, whose letters would bear a wrong uid.
        String sender =
                channel.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
        if (!sender.equals(Files.getOwner(box).getName())) {
            throw new IOException("it is from the user " + sender);
        }
        Letter letter = Letter.of(PostOffice.read(channel, Letter.BYTES));
        MailSignals.byNumber(letter.number());
        addressee.accept(letter);
        channel.write(ByteBuffer.allocate(1)); // the receipt; a sender that has left meanwhile does not need it
    }

    /** Accepts no more letters. What was accepted has been handed on when this returns. */
    @Override
    public void close() throws IOException {
        server.close();
        boolean interrupted = false;
        while (reader.isAlive()) {
            try {
                reader.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(box);
    }
}
