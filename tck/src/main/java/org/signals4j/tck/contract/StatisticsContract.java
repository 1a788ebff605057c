/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.SignalStatistics;
import org.signals4j.tck.support.Checks;
import org.signals4j.tck.support.InProcess;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.Patience;
import org.signals4j.tck.support.Recorder;

/** What is counted. */
@Needs(Capability.RAISE)
class StatisticsContract extends InProcess {

    @Test
    @Checks({"STAT-1", "STAT-2", "STAT-3"})
    void arrivalsAreCounted() {
        Recorder handler = recorder();
        system.handle(first, handler);
        SignalStatistics before = system.statistics(first);
        SignalStatistics other = system.statistics(second);
        for (int i = 1; i <= 10; i++) {
            cause(first);
            handler.awaitCount(i, "arrivals");
        }
        SignalStatistics after = system.statistics(first);
        assertEquals(10, after.received() - before.received(), "received");
        assertEquals(10 - handler.size(), after.merged() - before.merged(), "merged");
        assertEquals(before.lost(), after.lost(), "lost");
        assertEquals(before.missed(), after.missed(), "missed");
        assertEquals(other, system.statistics(second), "of a signal that was not raised");
        assertEquals(after, system.info(first).statistics());
    }

    @Test
    @Checks("STAT-1")
    void whatIsMergedIsCountedAsSuch() {
        CountDownLatch release = new CountDownLatch(1);
        Recorder busy = recorder().doing(event -> release.await());
        Recorder handler = recorder();
        system.handle(second, busy);
        system.handle(first, handler);
        cause(second);
        busy.next("the handler that stays");
        for (int i = 1; i <= 4; i++) {
            long arrivals = i;
            cause(first);
            Patience.await("arrival " + i, () -> system.statistics(first).received() >= arrivals);
        }
        // An arrival is counted before it is queued: when the next is counted, this has been done.
        cause(second);
        Patience.await("one more arrival", () -> system.statistics(second).received() >= 2);
        release.countDown();
        handler.awaitCount(4, "arrivals");
        assertEquals(4 - handler.size(), system.statistics(first).merged());
        assertEquals(3, system.statistics(first).merged());
    }
}
