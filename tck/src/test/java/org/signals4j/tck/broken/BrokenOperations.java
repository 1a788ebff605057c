/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** A timer that was disarmed is hidden, and fires all the same. */
    static SignalBackend disarmedTimersFire(SignalBackend sound) {
        return new Delegate(sound) {
            private final Set<IntervalTimer> hidden = ConcurrentHashMap.newKeySet();

            @Override
            public TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
                TimerSetting before = timer(timer);
                if (setting.delay().isZero()) {
                    hidden.add(timer);
                } else {
                    hidden.remove(timer);
                    super.setTimer(timer, setting);
                }
                return before;
            }

            @Override
            public TimerSetting timer(IntervalTimer timer) {
                return hidden.contains(timer) ? TimerSetting.OFF : super.timer(timer);
            }
        };
    }

    static SignalBackend tinyTimesAreNone(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
                return super.setTimer(timer, new TimerSetting(micros(setting.delay()), micros(setting.period())));
            }
        };
    }

    static SignalBackend tinyPeriodsAreNone(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public TimerSetting setTimer(IntervalTimer timer, TimerSetting setting) {
                return super.setTimer(timer, new TimerSetting(setting.delay(), micros(setting.period())));
            }
        };
    }

    private static Duration micros(Duration duration) {
        return duration.truncatedTo(ChronoUnit.MICROS);
    }

    static SignalBackend interruptingLetsGo(SignalBackend sound) {
        return new Delegate(sound) {
            @Override
            public void interrupt(Signal signal, boolean interrupt) {
                super.interrupt(signal, interrupt);
                super.restore(signal);
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
