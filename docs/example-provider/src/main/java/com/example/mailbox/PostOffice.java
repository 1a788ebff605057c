/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The folder with one socket for each process, and how a letter gets to one. */
record PostOffice(Path folder) {

    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(10);

    /** Returns the folder that the property {@code mailbox.folder} names, or else one for each user. */
    static PostOffice configured() {
        Path usual = Path.of(System.getProperty("java.io.tmpdir"), "mailbox-" + System.getProperty("user.name"));
        return new PostOffice(Path.of(System.getProperty("mailbox.folder", usual.toString())));
    }

    /** Returns the folder if it can be used, and changes nothing. */
    Path inspect() throws IOException {
        ServerSocketChannel.open(StandardProtocolFamily.UNIX).close();
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            requirePrivate();
        } else if (!Files.isWritable(folder.toAbsolutePath().getParent())) {
            throw new IOException(folder + " cannot be created; name another one by -Dmailbox.folder");
        }
        return folder;
    }

    /** Makes the folder, unless it is there already. */
    void establish() throws IOException {
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
        } catch (FileAlreadyExistsException usual) {
            requirePrivate();
        }
    }

    /** Whoever can write there can put a socket of theirs in the place of ours: it has to be ours alone. */
    private void requirePrivate() throws IOException {
        PosixFileAttributes found = Files.readAttributes(folder, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        boolean ours = found.owner().getName().equals(System.getProperty("user.name"));
        if (!found.isDirectory() || !ours || !found.permissions().equals(PRIVATE)) {
            throw new IOException(folder + " must be a folder that belongs to this user, with the mode 700");
        }
    }

    /** Returns the numeric id of the user whose folder this is. */
    int owner() throws IOException {
        return (Integer) Files.getAttribute(folder, "unix:uid");
    }

    Path boxOf(int pid) {
        return folder.resolve(pid + ".sock");
    }

    /** Takes a letter to a process, and returns when that has it. */
    void deliver(int pid, Letter letter) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(boxOf(pid)))) {
            channel.write(letter.toBytes());
            read(channel, 1);
        }
    }

    /** Reads exactly so many bytes; whoever is silent for too long must not keep others waiting. */
    static ByteBuffer read(SocketChannel channel, int bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes);
        long start = System.nanoTime();
        channel.configureBlocking(false);
        try (Selector selector = Selector.open()) {
            channel.register(selector, SelectionKey.OP_READ);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer) < 0 || System.nanoTime() - start > PATIENCE_NANOS) {
                    throw new IOException("only " + buffer.position() + " of " + bytes + " bytes came");
                }
                if (buffer.hasRemaining()) {
                    selector.select(TimeUnit.NANOSECONDS.toMillis(PATIENCE_NANOS));
                }
            }
        }
        return buffer.flip();
    }
}
