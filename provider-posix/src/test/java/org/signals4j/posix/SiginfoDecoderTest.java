/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signals4j.SignalCause;
import org.signals4j.spi.Delivery;

/** On structs that a C program has recorded on Linux (x86-64; aarch64 has the same layout), but for the uid. */
class SiginfoDecoderTest {

    private static final SiginfoLayout LINUX = new SiginfoLayout(128, 0, 8, 16, 20, 24, 24);

    private static final CauseTable CAUSES = new CauseTable(64)
            .any(0, SignalCause.USER)
            .any(128, SignalCause.KERNEL)
            .any(-1, SignalCause.QUEUE)
            .any(-2, SignalCause.TIMER)
            .any(-6, SignalCause.THREAD)
            .any(1, SignalCause.POLL_IN)
            .of(17, SignalCause.CHILD_EXITED, SignalCause.CHILD_KILLED)
            .faults(11, 2);

    private final SiginfoDecoder decoder = new SiginfoDecoder(LINUX, CAUSES);

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "kill,    0a0000000000000000000000000000000877 0000e8030000, 10, USER, 30472, 1000, false, 0, 0",
        "raise,   0a00000000000000faffffff000000000877 000000000000, 10, THREAD, 30472, 0, false, 0, 0",
        "queue,   2400000000000000ffffffff000000000877 0000e8030000 8877665578563412,"
                + " 36, QUEUE, 30472, 1000, true, 1311768466300499848, 0",
        "alarm,   0e0000000000000080000000000000000000 000000000000, 14, KERNEL, 0, -1, false, 0, 0",
        "timer,   2400000000000000feffffff000000000000 000000000000 f9ffffff00000000,"
                + " 36, TIMER, 0, -1, true, 4294967289, 0",
        "exit 37, 110000000000000001000000000000006377 000000000000 25000000, 17, CHILD_EXITED, 30563, 0, false, 0, 37",
        "killed,  110000000000000002000000000000006477 000000000000 09000000, 17, CHILD_KILLED, 30564, 0, false, 0, 9",
        "O_ASYNC, 2400000000000000010000000000000041 0000000000000005000000, 36, POLL_IN, 0, -1, false, 0, 0",
        "fault,   0b000000000000000100000000000000 00efbeadde0000000000, 11, FAULT, 0, -1, false, 0, 0",
        "forged,  0a00000000000000d6ffffff000000000877 0000e8030000, 10, UNKNOWN, 0, -1, false, 0, 0"
    })
    void decodesWhatWasRecorded(
            String what,
            String hex,
            int signal,
            SignalCause cause,
            int pid,
            int uid,
            boolean hasValue,
            long value,
            int status) {
        ByteBuffer struct = recorded(hex);

        Delivery delivery = decoder.decode(struct, 128);

        assertThat(delivery)
                .isEqualTo(new Delivery(
                        signal, cause, struct.getInt(128 + 8), pid, uid, hasValue, value, status, 1, null));
    }

    @Test
    void aStructOfZerosIsAMarker() {
        assertThat(decoder.decode(recorded(""), 128)).isNull();
    }

    @Test
    void codesOutsideTheTableAreUnknown() {
        assertThat(CAUSES.cause(10, Integer.MIN_VALUE)).isEqualTo(SignalCause.UNKNOWN);
        assertThat(CAUSES.cause(10, Integer.MAX_VALUE)).isEqualTo(SignalCause.UNKNOWN);
        assertThat(CAUSES.cause(1000, 0)).isEqualTo(SignalCause.USER);
        assertThat(CAUSES.cause(17, 3)).isEqualTo(SignalCause.UNKNOWN);
    }

    /** The second of two records. */
    private static ByteBuffer recorded(String hex) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(256).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(128, HexFormat.of().parseHex(hex.replace(" ", "")));
        return bytes;
    }
}
