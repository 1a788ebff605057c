/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Memory outside the heap, with its address. It lives as long as this object does.
 *
 * @param bytes the memory, in the byte order of the processor
 * @param address where it begins
 */
public record NativeBuffer(ByteBuffer bytes, long address) {

    /**
     * Allocates memory, filled with zeros.
     *
     * @param size how many bytes
     * @return the memory
     */
    public static NativeBuffer allocate(int size) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(size).order(ByteOrder.nativeOrder());
        return new NativeBuffer(bytes, Natives.address(bytes));
    }
}
