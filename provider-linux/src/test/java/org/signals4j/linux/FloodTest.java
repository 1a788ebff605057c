/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import org.junit.jupiter.api.Test;

/** The short forms of the floods: every value that is queued arrives, once. */
class FloodTest {

    private static final int VALUES = 100_000;

    /** More than the pipe and the api have room for, while nobody takes anything. */
    private static final int MANY = 150_000;

    private static final int SMALL_PIPE = 4096;

    @Test
    void nothingIsLost() {
        LongRuns.flood(VALUES, 0, 0, 0);
    }

    @Test
    void nothingIsLostWithASmallPipe() {
        LongRuns.flood(VALUES, SMALL_PIPE, 0, 0);
    }

    @Test
    void nothingIsLostWhileTheHandlerIsStuck() {
        LongRuns.flood(MANY, 0, 2_000, 0);
    }
}
