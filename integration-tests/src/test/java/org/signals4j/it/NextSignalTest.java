/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.it.programs.NextSignal;

class NextSignalTest {

    static List<Provider> providers() {
        return Provider.here();
    }

    /** Before JDK 25 such a pool runs nothing that nobody joins. */
    @ParameterizedTest
    @MethodSource("providers")
    void completesAlsoIfTheCommonPoolHasNoWorkers(Provider provider) {
        try (Child child = Launch.classPath(NextSignal.class, provider.jars())
                .with("-Djava.util.concurrent.ForkJoinPool.common.parallelism=0")
                .start()) {
            child.awaitLine("ready");
            child.kill("USR1");
            child.awaitLine("got SIGUSR1");
            assertThat(child.exitCode()).isZero();
        }
    }
}
