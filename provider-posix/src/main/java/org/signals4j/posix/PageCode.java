/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.util.HexFormat;

/**
 * The machine code of the handlers for one processor, as {@code src/main/asm} has it: where the handlers begin, and
 * where addresses and numbers have to be filled in.
 *
 * @param hex the code, in as many lines as one likes
 * @param standard offset of the handler for standard signals
 * @param realtime offset of the handler for real-time signals
 * @param suspend offset of the handler for the signal that the JVM sends itself
 * @param data offset of the address of the {@link DataArea}
 * @param previous offset of the address of the handler to which {@code suspend} passes on
 * @param fd offset of the pipe's write end
 * @param pid offset of our pid
 */
public record PageCode(String hex, int standard, int realtime, int suspend, int data, int previous, int fd, int pid) {

    /**
     * Returns the code.
     *
     * @return a new array
     */
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex.replace("\n", ""));
    }
}
