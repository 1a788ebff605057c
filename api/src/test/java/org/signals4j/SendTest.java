/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGINT;
import static org.signals4j.StandardSignal.SIGKILL;
import static org.signals4j.StandardSignal.SIGTERM;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.signals4j.scripted.ScriptedProvider;

class SendTest extends SystemFixture {

    @ParameterizedTest
    @ValueSource(longs = {0, -1, 4294967295L, 2147483648L, Long.MIN_VALUE, -4711})
    void aPidThatMeansManyProcessesNeverReachesTheSystem(long pid) {
        assertThatThrownBy(() -> system.send(pid, SIGTERM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(pid));
        assertThatThrownBy(() -> system.queue(pid, SIGTERM, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(backend.calls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 4294967295L, 4294967297L, Long.MAX_VALUE})
    void aGroupThatMeansEverybodyNeverReachesTheSystem(long group) {
        assertThatThrownBy(() -> system.sendToGroup(group, SIGTERM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(String.valueOf(group));
        assertThat(backend.calls()).isEmpty();
    }

    /** On Windows group 0 is the only name that the processes of a console have. */
    @Test
    void groupZeroIsForPlatformsWhereItMeansTheConsole() {
        backend.withConsoleGroup();
        system.close();
        system = SignalSystem.open(ScriptedProvider.over(backend));
        system.sendToGroup(0, SIGINT);
        assertThat(backend.calls()).contains("sendToGroup 0 SIGINT");
        assertThatThrownBy(() -> system.sendToGroup(1, SIGINT)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> system.sendToGroup(-1, SIGINT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void validTargetsReachTheSystem() {
        system.send(1, SIGTERM);
        system.send(Integer.MAX_VALUE, SIGKILL);
        system.send(ProcessHandle.current(), SIGTERM);
        system.sendToGroup(2, SIGTERM);
        system.sendToGroup(Integer.MAX_VALUE, SIGTERM);
        assertThat(backend.calls())
                .containsExactly(
                        "send 1 SIGTERM",
                        "send " + Integer.MAX_VALUE + " SIGKILL",
                        "send " + ProcessHandle.current().pid() + " SIGTERM",
                        "sendToGroup 2 SIGTERM",
                        "sendToGroup " + Integer.MAX_VALUE + " SIGTERM");
    }

    @Test
    void valuesAndThreadsReachTheSystem() {
        system.queue(9, SIGTERM, -5);
        system.queue(ProcessHandle.current(), SIGTERM, Long.MAX_VALUE);
        system.sendToThread(system.currentThread(), SIGTERM);
        assertThat(backend.calls())
                .containsExactly(
                        "queue 9 SIGTERM -5",
                        "queue " + ProcessHandle.current().pid() + " SIGTERM " + Long.MAX_VALUE,
                        "sendToThread 77 SIGTERM");
        assertThat(ThreadTarget.current()).isEqualTo(new ThreadTarget(77));
        assertThatThrownBy(() -> new ThreadTarget(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ThreadTarget(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nullIsRefused() {
        assertThatThrownBy(() -> system.send(1, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.send(null, SIGTERM)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.sendToGroup(2, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.raise(null)).isInstanceOf(NullPointerException.class);
        assertThat(backend.calls()).isEmpty();
    }
}
