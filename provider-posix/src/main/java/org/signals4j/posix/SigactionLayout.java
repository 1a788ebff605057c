/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.nio.ByteBuffer;

/**
 * Where {@code struct sigaction} has its members. The handler is at 0 everywhere.
 *
 * @param size of the struct
 * @param mask offset of {@code sa_mask}
 * @param maskSize how much of {@code sa_mask} means something: 8, or 4 where there are 31 signals
 * @param flags offset of {@code sa_flags}, of which the lowest 4 bytes have all there are
 */
public record SigactionLayout(int size, int mask, int maskSize, int flags) {

    /**
     * Reads a struct at the start of a buffer.
     *
     * @param struct the buffer
     * @return what it says
     */
    public Sigaction read(ByteBuffer struct) {
        long blocked = maskSize == Long.BYTES ? struct.getLong(mask) : Integer.toUnsignedLong(struct.getInt(mask));
        return new Sigaction(struct.getLong(0), struct.getInt(flags), blocked);
    }

    /** Writes a struct to the start of a buffer, with zeros where it has nothing to say. */
    void write(Sigaction action, ByteBuffer struct) {
        for (int i = 0; i < size; i++) {
            struct.put(i, (byte) 0);
        }
        struct.putLong(0, action.handler());
        struct.putLong(mask, action.mask());
        struct.putInt(flags, action.flags()); // after the mask, of which 4 bytes too many may have been written
    }
}
