/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.signals4j.Capability;
import org.signals4j.spi.SignalBackend;

/** Ways to break a provider's backend, each with the promise that it breaks and what else may fail with it. */
enum BrokenBackend {
    LOSES_THE_FORTY_FIFTH(
            Sound.FAKE,
            "PRV-7",
            Set.of("DEL-1", "DEL-2", "DEL-3", "DEL-4", "DEL-5", "RT-2", "RT-4", "RT-5", "SND-2", "STR-11"),
            BrokenDeliveries::theFortyFifthIsLost),
    VALUES_COME_TWICE(Sound.FAKE, "RT-2", Set.of("PRV-13", "RT-4", "RT-5"), BrokenDeliveries::valuesComeTwice),
    REALTIME_NUMBERS_ARE_OFF(
            Sound.FAKE,
            "RT-3",
            Set.of("PRV-13", "RT-1", "RT-2", "RT-4", "RT-5", "SND-2"),
            BrokenDeliveries::realtimeNumbersAreOff),
    SENDER_IS_SOMEBODY_ELSE(Sound.FAKE, "EVT-3", Set.of("EVT-5"), BrokenDeliveries::senderIsSomebodyElse),
    SENDER_IS_NOT_TOLD(Sound.FAKE, "EVT-3", Set.of("EVT-5"), BrokenDeliveries::senderIsNotTold),
    SENDER_IS_TOLD_WITHOUT_THE_CAPABILITY(
            Sound.FAKE, "EVT-8", Set.of(), BrokenDeliveries::senderIsToldWithoutTheCapability),
    /** The kernel has no pid; here it has one. */
    SENDER_IS_INVENTED(Sound.FAKE, "EVT-5", Set.of(), BrokenDeliveries::senderIsInvented),
    VALUES_ARE_CUT(Sound.FAKE, "EVT-7", Set.of("SND-8"), BrokenDeliveries::valuesAreCutTo16Bits),
    ORDER_IS_REVERSED(Sound.FAKE, "DEL-5", Set.of(), BrokenDeliveries::orderIsReversed),

    ROOM_IS_EXCEEDED(Sound.FAKE, "PRV-13", Set.of(), BrokenDeliveries::roomIsExceeded),

    RESTORE_DOES_NOTHING(
            Sound.FAKE,
            "REG-9",
            Set.of("PRV-11", "REG-2", "REG-3", "RES-4", "SND-2", "STR-6", "WAIT-8"),
            BrokenStates::restoreDoesNothing),
    RESTORE_CHANGES_TOO_MUCH(Sound.FAKE, "PRV-9", Set.of(), BrokenStates::restoreChangesWhatWasNotTaken),
    ONE_IS_NEVER_INSTALLED(Sound.FAKE, "RT-3", Set.of("PRV-13", "RES-4", "SND-2"), BrokenStates::oneIsNeverInstalled),
    ONLY_THE_FIRST_IS_INSTALLED(
            Sound.FAKE, "RT-3", Set.of("PRV-13", "RES-4"), BrokenStates::onlyTheFirstIsInstalledAndTheOthersNotRaised),
    OPEN_CHANGES_A_DISPOSITION(
            Sound.FAKE, "PRV-4", Set.of("PRV-10"), Set.of("PRV-9"), BrokenStates::openChangesADisposition),
    TABLE_IS_NOT_IN_ORDER(Sound.FAKE, "TAB-1", Set.of(), BrokenStates::tableIsNotInOrder),
    DESCRIPTIONS_ARE_BLANK(Sound.FAKE, "TAB-4", Set.of(), BrokenStates::descriptionsAreBlank),
    CAPABILITIES_CHANGE(Sound.FAKE, "PRV-5", Set.of(), BrokenStates::capabilitiesChange),
    COUNTERS_SHRINK(Sound.FAKE, "PRV-12", Set.of("STAT-1", "STAT-2", "STAT-3"), BrokenStates::countersShrink),
    SECOND_CLOSE_FAILS(Sound.FAKE, "PRV-10", Set.of("PRV-4"), BrokenStates::secondCloseFails),

    TIMERS_FIRE_EARLY(
            Sound.FAKE,
            "TIM-1",
            Set.of("TIM-2", "TIM-6", "TIM-8"),
            Set.of("TIM-4"), // late enough on a busy machine
            BrokenOperations::timersFireEarly),
    TIMERS_DO_NOT_REPEAT(Sound.FAKE, "TIM-4", Set.of("TIM-2", "TIM-5"), BrokenOperations::timersDoNotRepeat),
    TIMERS_ARE_NOT_SHOWN(Sound.FAKE, "TIM-2", Set.of("TIM-5", "TIM-8"), BrokenOperations::timersAreNotShown),
    TIMERS_CANNOT_BE_DISARMED(Sound.FAKE, "TIM-3", Set.of("TIM-2", "TIM-6"), BrokenOperations::timersCannotBeDisarmed),
    DISARMED_TIMERS_FIRE(Sound.FAKE, "TIM-3", Set.of(), BrokenOperations::disarmedTimersFire),
    TINY_TIMES_ARE_NONE(Sound.FAKE, "TIM-5", Set.of(), BrokenOperations::tinyTimesAreNone),
    TINY_PERIODS_ARE_NONE(Sound.FAKE, "TIM-5", Set.of(), BrokenOperations::tinyPeriodsAreNone),
    INTERRUPTING_LETS_GO(Sound.FAKE, "INT-1", Set.of(), BrokenOperations::interruptingLetsGo),
    UNKNOWN_THREADS_ARE_ACCEPTED(Sound.FAKE, "SND-11", Set.of(), BrokenOperations::unknownThreadsAreAccepted),

    DEFAULTS_ARE_SWALLOWED(
            Sound.LINUX,
            "DEF-1",
            Set.of("DEF-3", "DEF-6", "DEF-9", "DEF-10", "DEL-7", "HLD-5", "PRV-8"),
            Set.of("DEF-8"), // not applicable in an orphaned process group
            BrokenOperations::defaultActionsAreSwallowed),
    INHERITED_IGNORE_IS_OVERRIDDEN(
            Sound.LINUX, "IGN-1", Set.of("IGN-2", "IGN-3", "IGN-7"), BrokenStates::inheritedIgnoreIsOverridden),
    NOTHING_IS_PENDING(Sound.LINUX, "PND-2", Set.of("MASK-3", "MASK-7"), BrokenOperations::nothingIsPending),
    AN_IGNORE_IS_THE_DEFAULT(Sound.SUN_MISC, "REG-6", Set.of(), BrokenStates::anIgnoreIsTheDefault),

    // What is claimed and not had. SENDER_IS_NOT_TOLD, ORDER_IS_REVERSED and NOTHING_IS_PENDING are of this kind too.
    CLAIMS_TO_KNOW_THE_SENDER(
            Sound.SUN_MISC,
            "EVT-3",
            Set.of("EVT-4", "EVT-5", "EVT-6"),
            backend -> BrokenStates.claiming(backend, Capability.SENDER)),
    CLAIMS_THE_SYSTEMS_DEFAULT(
            Sound.SUN_MISC,
            "DEF-5",
            Set.of("DEF-6"),
            Set.of("DEF-8"),
            backend -> BrokenStates.claiming(backend, Capability.SYSTEM_DEFAULT)),
    CLAIMS_THE_STATE_OF_THE_KERNEL(
            Sound.SUN_MISC, "REG-9", Set.of(), backend -> BrokenStates.claiming(backend, Capability.KERNEL_STATE));

    /** Which sound provider it is made of: only a real process shows some of them. */
    final Sound sound;

    final String promise;

    /** What fails with it, always. */
    final Set<String> consequences;

    /** What may fail with it: that depends on the time, or on where the test is run. */
    final Set<String> possible;

    final UnaryOperator<SignalBackend> breaking;

    BrokenBackend(Sound sound, String promise, Set<String> consequences, UnaryOperator<SignalBackend> breaking) {
        this(sound, promise, consequences, Set.of(), breaking);
    }

    BrokenBackend(
            Sound sound,
            String promise,
            Set<String> consequences,
            Set<String> possible,
            UnaryOperator<SignalBackend> breaking) {
        this.sound = sound;
        this.promise = promise;
        this.consequences = consequences;
        this.possible = possible;
        this.breaking = breaking;
    }
}
