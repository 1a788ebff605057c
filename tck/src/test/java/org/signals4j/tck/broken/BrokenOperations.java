/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.time.Duration;
import java.util.Set;
import org.signals4j.IntervalTimer;
import org.signals4j.Signal;
import org.signals4j.SignalException;
import org.signals4j.TimerSetting;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;

/** Backends that do something else than they were asked to. */
final class BrokenOperations {

    private BrokenOperations() {}

    static SignalBackend timersFireEarly(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
                Duration earlier = setting.delay().compareTo(Duration.ofMillis(1)) > 0
                        ? setting.delay().dividedBy(2)
                        : setting.delay();
                return super.setTimer(timer, new TimerSetting(earlier, setting.period()));
            }
        };
    }

    static SignalBackend timersDoNotRepeat(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
                return super.setTimer(timer, new TimerSetting(setting.delay(), Duration.ZERO));
            }
        };
    }

    static SignalBackend timersAreNotShown(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public TimerSetting timer(IntervalTimer timer) {
                return TimerSetting.OFF;
            }
        };
    }

    static SignalBackend timersCannotBeDisarmed(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
                return setting.delay().isZero() ? super.timer(timer) : super.setTimer(timer, setting);
            }
        };
    }

    static SignalBackend unknownThreadsAreAccepted(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public void sendToThread(int thread, Signal signal) {
                try {
                    super.sendToThread(thread, signal);
                } catch (SignalException swallowed) {
                    // That is what is broken.
                }
            }
        };
    }

    static SignalBackend defaultActionsAreSwallowed(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public void settle(Delivery delivery, Outcome outcome) {
                super.settle(delivery, Outcome.CANCELLED);
            }
        };
    }

    static SignalBackend nothingIsPending(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public Set<Signal> pending() {
                return Set.of();
            }
        };
    }
}
