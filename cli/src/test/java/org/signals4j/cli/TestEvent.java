/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import org.signals4j.StandardSignal;

/** An event as a test writes it down. */
record TestEvent(
        Signal signal,
        int number,
        SignalCause cause,
        OptionalLong pid,
        OptionalLong uid,
        OptionalInt value,
        OptionalInt childStatus,
        long count,
        Instant time)
        implements SignalEvent {

    static SignalEvent interrupt(Instant time, long count) {
        return withoutDetail(StandardSignal.SIGINT, 2, count, time);
    }

    static SignalEvent withoutDetail(Signal signal, int number, long count, Instant time) {
        return new TestEvent(
                signal,
                number,
                SignalCause.UNKNOWN,
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                count,
                time);
    }

    @Override
    public OptionalInt code() {
        return OptionalInt.empty();
    }

    @Override
    public OptionalLong rawValue() {
        return OptionalLong.empty();
    }

    @Override
    public void cancelDefault() {
        throw new IllegalStateException("not being dispatched");
    }
}
