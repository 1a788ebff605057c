/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrnoTest {

    @Test
    void namesTheNumberOfThePlatform() {
        assertThat(Errno.failure("kill(4711, SIGTERM)", 3, Errno::linux))
                .hasMessage("kill(4711, SIGTERM): there is no such process, group or thread (ESRCH, errno 3)")
                .satisfies(e -> assertThat(e.errno()).isEqualTo(3))
                .satisfies(e -> assertThat(e.errnoName()).isEqualTo("ESRCH"));
        assertThat(Errno.failure("x", 11, Errno::linux).errnoName()).isEqualTo("EAGAIN");
        assertThat(Errno.failure("x", 35, Errno::macos).errnoName()).isEqualTo("EAGAIN");
    }

    @Test
    void anUnknownNumberStaysANumber() {
        assertThat(Errno.failure("x", 133, Errno::linux))
                .hasMessageContaining("errno 133")
                .hasMessageStartingWith("x: ");
    }
}
