/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class SigactionLayoutTest {

    private static final SigactionLayout GLIBC = new SigactionLayout(152, 8, 8, 136);
    private static final SigactionLayout MACOS = new SigactionLayout(16, 8, 4, 12);
    private static final Sigaction ACTION = new Sigaction(0x7f00_1234_5678_9abcL, 0x1800_0004, 0xffff_ffff_7fff_feefL);

    @Test
    void writesEveryMemberAndZerosInBetween() {
        ByteBuffer struct = ByteBuffer.allocate(160).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < 160; i++) {
            struct.put(i, (byte) 0xee);
        }

        GLIBC.write(ACTION, struct);

        assertThat(struct.getLong(0)).isEqualTo(ACTION.handler());
        assertThat(struct.getLong(8)).isEqualTo(ACTION.mask());
        assertThat(struct.getLong(16)).isZero();
        assertThat(struct.getInt(136)).isEqualTo(ACTION.flags());
        assertThat(struct.getLong(144)).as("the restorer").isZero();
        assertThat(struct.get(152)).as("behind the struct").isEqualTo((byte) 0xee);
    }

    @Test
    void readsWhatItWroteAndNoGarbageBehindTheFirst64Signals() {
        ByteBuffer struct = ByteBuffer.allocate(152).order(ByteOrder.LITTLE_ENDIAN);
        GLIBC.write(ACTION, struct);
        for (int i = 16; i < 136; i++) {
            struct.put(i, (byte) 0xee); // what glibc leaves there
        }
        assertThat(GLIBC.read(struct)).isEqualTo(ACTION);
    }

    @Test
    void aLayoutWithA32BitMaskKeepsMaskAndFlagsApart() {
        ByteBuffer struct = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        Sigaction action = new Sigaction(42, 0x43, 0x0000_0000_7fff_feefL);
        MACOS.write(action, struct);
        assertThat(struct.getInt(8)).isEqualTo(0x7fff_feef);
        assertThat(struct.getInt(12)).isEqualTo(0x43);
        assertThat(MACOS.read(struct)).isEqualTo(action);
    }

    @Test
    void knowsTheTwoHandlersThatAreNoCode() {
        assertThat(new Sigaction(Sigaction.DEFAULT, 0, 0).isCode()).isFalse();
        assertThat(new Sigaction(Sigaction.IGNORE, 0, 0).isCode()).isFalse();
        assertThat(ACTION.isCode()).isTrue();
        assertThat(ACTION.without(0x1000_0000).flags()).isEqualTo(0x0800_0004);
        assertThat(Sigaction.bit(1)).isEqualTo(1);
        assertThat(Sigaction.bit(64)).isEqualTo(Long.MIN_VALUE);
    }
}
