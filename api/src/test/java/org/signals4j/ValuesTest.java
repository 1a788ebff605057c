/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.SignalSpec;

/** Records and exceptions have no nulls in them. */
class ValuesTest {

    private static final Signal TERM = StandardSignal.SIGTERM;
    private static final DefaultAction TERMINATE = DefaultAction.TERMINATE;
    private static final Optional<String> NONE = Optional.empty();

    private static Arguments call(String part, ThrowingCallable call) {
        return Arguments.of(part, call);
    }

    static List<Arguments> nulls() {
        return List.of(
                call("signal", () -> new PendingSignal(null, PendingSignal.Keeper.HOLD, 1, Optional.empty())),
                call("heldBy", () -> new PendingSignal(TERM, null, 1, Optional.empty())),
                call("first", () -> new PendingSignal(TERM, PendingSignal.Keeper.HOLD, 1, null)),
                call("signal", () -> info(null, "", TERMINATE, Disposition.DEFAULT, NONE, NONE)),
                call("description", () -> info(TERM, null, TERMINATE, Disposition.DEFAULT, NONE, NONE)),
                call("defaultAction", () -> info(TERM, "", null, Disposition.DEFAULT, NONE, NONE)),
                call("disposition", () -> info(TERM, "", TERMINATE, null, NONE, NONE)),
                call("owner", () -> info(TERM, "", TERMINATE, Disposition.DEFAULT, null, NONE)),
                call("refusal", () -> info(TERM, "", TERMINATE, Disposition.DEFAULT, NONE, null)),
                call(
                        "statistics",
                        () -> new SignalInfo(TERM, 15, "", TERMINATE, Disposition.DEFAULT, NONE, NONE, null)),
                call("owner", () -> new SignalSpec(TERM, 15, "", TERMINATE, null, NONE, NONE)),
                call("refusal", () -> new SignalSpec(TERM, 15, "", TERMINATE, NONE, null, NONE)),
                call("ignoreRefusal", () -> new SignalSpec(TERM, 15, "", TERMINATE, Optional.of("JVM"), NONE, null)),
                call("delay", () -> new TimerSetting(null, Duration.ZERO)),
                call("period", () -> new TimerSetting(Duration.ZERO, null)),
                call("name", () -> new ProviderCandidate(null, 0, true, true, "")),
                call("reason", () -> new ProviderCandidate("", 0, true, true, null)),
                call("message", () -> new NoProviderException(null, List.of())),
                call("", () -> new NoProviderException("", Collections.singletonList(null))),
                call("owner", () -> new ReservedSignalException(TERM, null, "")),
                call("reason", () -> new ReservedSignalException(TERM, "", null)),
                call("operation", () -> new SignalException(null, 1, "", "")),
                call("errnoName", () -> new SignalException("", 1, null, "")),
                call("explanation", () -> new SignalException("", 1, "", null)),
                call("thrown", () -> new SignalHandlerException(null)));
    }

    private static SignalInfo info(
            Signal signal,
            String description,
            DefaultAction action,
            Disposition disposition,
            Optional<String> owner,
            Optional<String> refusal) {
        return new SignalInfo(signal, 15, description, action, disposition, owner, refusal, SignalStatistics.NONE);
    }

    @ParameterizedTest
    @MethodSource("nulls")
    void nullIsRefusedByItsName(String part, ThrowingCallable call) {
        assertThatNullPointerException().isThrownBy(call).satisfies(thrown -> {
            if (!part.isEmpty()) {
                assertThat(thrown).hasMessage(part);
            }
        });
    }

    @Test
    void numbersAndCountsArePositive() {
        for (int bad : new int[] {0, -1}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SignalSpec.free(TERM, bad, "", TERMINATE))
                    .withMessageContaining(String.valueOf(bad));
            assertThatIllegalArgumentException().isThrownBy(() -> Delivery.withoutDetail(bad, 1));
            assertThatIllegalArgumentException().isThrownBy(() -> Delivery.withoutDetail(1, bad));
        }
        assertThat(Delivery.withoutDetail(1, 1).count()).isOne();
        assertThat(SignalSpec.free(TERM, 1, "", TERMINATE).number()).isOne();
    }
}
