/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import java.nio.ByteBuffer;

/**
 * A signal on its way. Knows nothing of signals4j, so that {@link SendMail} needs nothing but these classes.
 *
 * @param number the signal's number
 * @param sender the process id of the sender, by its own word
 * @param hasValue whether it carries a value
 * @param value the value, if so
 */
record Letter(int number, int sender, boolean hasValue, long value) {

    /** Every letter has the same size, so that a reader knows when it has it all. */
    static final int BYTES = Integer.BYTES + Integer.BYTES + Byte.BYTES + Long.BYTES;

    static Letter plain(int number) {
        return new Letter(number, ownPid(), false, 0);
    }

    static Letter withValue(int number, long value) {
        return new Letter(number, ownPid(), true, value);
    }

    static int ownPid() {
        return Math.toIntExact(ProcessHandle.current().pid());
    }

    ByteBuffer toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putInt(number)
                .putInt(sender)
                .put((byte) (hasValue ? 1 : 0))
                .putLong(value)
                .flip();
    }

    static Letter of(ByteBuffer bytes) {
        return new Letter(bytes.getInt(), bytes.getInt(), bytes.get() != 0, bytes.getLong());
    }
}
