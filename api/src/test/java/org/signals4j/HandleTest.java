/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.signals4j.StandardSignal.SIGCHLD;
import static org.signals4j.StandardSignal.SIGHUP;
import static org.signals4j.StandardSignal.SIGKILL;
import static org.signals4j.StandardSignal.SIGPROF;
import static org.signals4j.StandardSignal.SIGSEGV;
import static org.signals4j.StandardSignal.SIGTERM;
import static org.signals4j.StandardSignal.SIGUSR1;
import static org.signals4j.StandardSignal.SIGUSR2;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.signals4j.spi.Outcome;

class HandleTest extends SystemFixture {

    private final SignalHandler handler = seen::add;

    @Override
    void prepare() {
        backend.startsWith(SIGHUP, Disposition.IGNORED).startsWith(SIGPROF, Disposition.FOREIGN);
    }

    @Test
    void returnsWhatWasThereAndHandsItBack() {
        assertThat(system.handler(SIGUSR1)).isSameAs(SignalHandler.DEFAULT);
        assertThat(system.handle(SIGUSR1, handler)).isSameAs(SignalHandler.DEFAULT);
        assertThat(system.handler(SIGUSR1)).isSameAs(handler);
        assertThat(system.handle(SIGUSR1, SignalHandler.IGNORE)).isSameAs(handler);
        assertThat(system.handler(SIGUSR1)).isSameAs(SignalHandler.IGNORE);
        assertThat(system.handle(SIGUSR1, handler)).isSameAs(SignalHandler.IGNORE);
        assertThat(system.handle(SIGUSR1, SignalHandler.DEFAULT)).isSameAs(handler);
        assertThat(system.handler(SIGUSR1)).isSameAs(SignalHandler.DEFAULT);
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.DEFAULT);
    }

    @Test
    void eachConstantIsADisposition() {
        system.handle(SIGTERM, SignalHandler.SYSTEM_DEFAULT);
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.SYSTEM_DEFAULT);
        assertThat(system.handler(SIGTERM)).isSameAs(SignalHandler.SYSTEM_DEFAULT);
        system.handle(SIGTERM, SignalHandler.IGNORE);
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.IGNORED);
        system.handle(SIGTERM, SignalHandler.DEFAULT);
        assertThat(backend.disposition(SIGTERM)).isEqualTo(Disposition.DEFAULT);
    }

    @Test
    void theConstantsCannotBeCalled() {
        for (SignalHandler special : List.of(
                SignalHandler.DEFAULT, SignalHandler.IGNORE, SignalHandler.SYSTEM_DEFAULT, SignalHandler.FOREIGN)) {
            assertThatThrownBy(() -> special.handle(null)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    @Test
    void aHandlerTakesTheSignalFromTheDefault() {
        system.handle(SIGTERM, handler);
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(seen).hasSize(1);
        assertThat(backend.outcomes(Outcome.CANCELLED)).isOne();
    }

    @Test
    void whatWasReplacedLastIsWhatRuns() {
        system.handle(SIGUSR1, event -> {
            throw new AssertionError("replaced");
        });
        system.handle(SIGUSR1, handler);
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        assertThat(seen).hasSize(1);
    }

    @Test
    void aSignalThatArrivesWithTheInstallationIsHandled() {
        backend.afterInstall(() -> {
            backend.deliver(SIGTERM);
            awaitSettled(1);
        });
        system.handle(SIGTERM, handler);
        assertThat(seen).hasSize(1);
        assertThat(backend.outcomes(Outcome.DEFAULT)).isZero();
    }

    @Test
    void reservedSignalsAreRefusedWithTheirOwner() {
        for (SignalHandler each : List.of(handler, SignalHandler.IGNORE, SignalHandler.DEFAULT)) {
            assertThatThrownBy(() -> system.handle(SIGSEGV, each))
                    .isInstanceOfSatisfying(ReservedSignalException.class, reserved -> {
                        assertThat(reserved.owner()).isEqualTo("the JVM");
                        assertThat(reserved.signalName()).isEqualTo("SIGSEGV");
                    })
                    .hasMessageContaining("SIGSEGV");
        }
        assertThatThrownBy(() -> system.handle(SIGKILL, handler)).isInstanceOf(ReservedSignalException.class);
        assertThat(system.handler(SIGSEGV)).isSameAs(SignalHandler.DEFAULT);
        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void aSignalMayBeTakenAndYetNotIgnored() {
        assertThatThrownBy(() -> system.handle(SIGCHLD, SignalHandler.IGNORE))
                .isInstanceOf(ReservedSignalException.class)
                .hasMessageContaining("exit codes");
        assertThat(backend.calls()).isEmpty();
        assertThat(system.handle(SIGCHLD, handler)).isSameAs(SignalHandler.DEFAULT);
    }

    @Test
    void anInheritedIgnoreStays() {
        assertThat(system.handle(SIGHUP, handler)).isSameAs(SignalHandler.IGNORE);
        assertThat(backend.disposition(SIGHUP)).isEqualTo(Disposition.IGNORED);
        assertThat(system.handler(SIGHUP)).isSameAs(SignalHandler.IGNORE);
    }

    @Test
    void anInheritedIgnoreIsOverriddenOnRequestAndRestored() {
        assertThat(system.handle(SIGHUP, handler, HandleOption.OVERRIDE_IGNORED))
                .isSameAs(SignalHandler.IGNORE);
        assertThat(system.handler(SIGHUP)).isSameAs(handler);
        backend.deliver(SIGHUP);
        awaitSettled(1);
        assertThat(seen).hasSize(1);
        assertThat(system.handle(SIGHUP, SignalHandler.DEFAULT)).isSameAs(handler);
        assertThat(system.handler(SIGHUP)).isSameAs(SignalHandler.IGNORE);
    }

    @Test
    void anIgnoreOfOurOwnIsNotAnInheritedOne() {
        backend.startsWith(SIGUSR2, Disposition.DEFAULT);
        system.handle(SIGUSR2, SignalHandler.IGNORE);
        system.handle(SIGUSR2, handler);
        assertThat(system.handler(SIGUSR2)).isSameAs(handler);
    }

    @Test
    void aForeignHandlerIsNotTakenWithoutForce() {
        assertThat(system.handler(SIGPROF)).isSameAs(SignalHandler.FOREIGN);
        assertThatThrownBy(() -> system.handle(SIGPROF, handler))
                .isInstanceOf(ForeignHandlerException.class)
                .hasMessageContaining("FORCE");
        assertThat(system.handler(SIGPROF)).isSameAs(SignalHandler.FOREIGN);
        assertThat(backend.disposition(SIGPROF)).isEqualTo(Disposition.FOREIGN);
    }

    @Test
    void aForeignHandlerCanBeTakenAndHandedBack() {
        SignalHandler previous = system.handle(SIGPROF, handler, HandleOption.FORCE);
        assertThat(previous).isSameAs(SignalHandler.FOREIGN);
        assertThat(system.handler(SIGPROF)).isSameAs(handler);
        assertThat(system.handle(SIGPROF, previous)).isSameAs(handler);
        assertThat(backend.disposition(SIGPROF)).isEqualTo(Disposition.FOREIGN);
        assertThat(backend.calls()).endsWith("restore SIGPROF");
    }

    @Test
    void foreignIsRefusedWhereThereIsNoneToReinstate() {
        assertThatThrownBy(() -> system.handle(SIGUSR1, SignalHandler.FOREIGN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SIGUSR1");
        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void aReplacementByOthersIsSeenAndLeftAlone() {
        system.handle(SIGUSR1, handler);
        backend.replacedBySomebody(SIGUSR1);
        assertThat(system.handler(SIGUSR1)).isSameAs(SignalHandler.FOREIGN);
        system.handle(SIGUSR1, SignalHandler.DEFAULT);
        assertThat(backend.disposition(SIGUSR1)).isEqualTo(Disposition.FOREIGN);
    }

    @Test
    void aRefusalOfTheSystemChangesNothing() {
        SignalException refusal = new SignalException("sigaction(SIGUSR1)", 22, "EINVAL", "not today");
        backend.refuse(SIGUSR1, refusal);
        assertThatThrownBy(() -> system.handle(SIGUSR1, handler))
                .isSameAs(refusal)
                .hasMessage("sigaction(SIGUSR1): not today (EINVAL, errno 22)");
        assertThat(system.handler(SIGUSR1)).isSameAs(SignalHandler.DEFAULT);
        assertThat(refusal.errno()).isEqualTo(22);
        assertThat(refusal.errnoName()).isEqualTo("EINVAL");
    }

    @Test
    void nullIsRefusedAndChangesNothing() {
        assertThatThrownBy(() -> system.handle(null, handler)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.handle(SIGUSR1, null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> system.handle(SIGUSR1, handler, (HandleOption) null))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> HandleOption.onException(null)).isInstanceOf(NullPointerException.class);
        assertThat(backend.calls()).isEmpty();
    }

    @Test
    void aRefusalLeavesTheHandlerThatWasThere() {
        system.handle(SIGUSR1, handler);
        SignalException refusal = new SignalException("sigaction", 22, "EINVAL", "scripted");
        for (SignalHandler each : List.of(SignalHandler.IGNORE, SignalHandler.SYSTEM_DEFAULT, SignalHandler.DEFAULT)) {
            backend.refuse(SIGUSR1, refusal);
            assertThatThrownBy(() -> system.handle(SIGUSR1, each)).isSameAs(refusal);
            assertThat(system.handler(SIGUSR1)).isSameAs(handler);
        }
        backend.deliver(SIGUSR1);
        awaitSettled(1);
        assertThat(seen).hasSize(1);
    }

    @Test
    void whatWasHandedBackCannotBeHandedBackAgain() {
        SignalHandler previous = system.handle(SIGPROF, handler, HandleOption.FORCE);
        system.handle(SIGPROF, previous);
        backend.startsWith(SIGPROF, Disposition.DEFAULT);
        assertThatThrownBy(() -> system.handle(SIGPROF, previous)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasRestoredIsNotRestoredAgain() {
        system.handle(SIGUSR1, handler);
        system.handle(SIGUSR1, SignalHandler.DEFAULT);
        system.handle(SIGUSR1, SignalHandler.DEFAULT);
        system.close();
        assertThat(backend.calls()).containsOnlyOnce("restore SIGUSR1");
    }

    @Test
    void theSameDispositionIsNotInstalledAgain() {
        system.handle(SIGUSR1, handler);
        system.handle(SIGUSR1, event -> {});
        system.subscribe(SIGUSR1, seen::add);
        assertThat(backend.calls()).containsExactly("install SIGUSR1 CAUGHT");
    }

    @Test
    void anInheritedIgnoreIsLoggedOnce() {
        try (LogRecords log = new LogRecords()) {
            system.handle(SIGHUP, handler);
            system.handle(SIGHUP, handler);
            system.subscribe(SIGHUP, seen::add);
            assertThat(log.messages()).singleElement().asString().contains("SIGHUP", "OVERRIDE_IGNORED");
        }
    }

    @Test
    void aReplacementByOthersIsLoggedAndAForeignHandlerThatComesBackIsNot() {
        try (LogRecords log = new LogRecords()) {
            system.handle(SIGPROF, handler, HandleOption.FORCE);
            system.handle(SIGPROF, SignalHandler.FOREIGN);
            system.handle(SIGUSR2, handler);
            system.handle(SIGUSR2, SignalHandler.DEFAULT);
            assertThat(log.messages()).isEmpty();
            system.handle(SIGUSR1, handler);
            backend.replacedBySomebody(SIGUSR1);
            system.handle(SIGUSR1, SignalHandler.DEFAULT);
            assertThat(log.messages()).singleElement().asString().contains("SIGUSR1");
        }
    }

    @Test
    void aHandlerMayCancelTheDefaultThatItHasTakenOver() {
        system.handle(SIGTERM, event -> {
            event.cancelDefault();
            seen.add(event);
        });
        backend.deliver(SIGTERM);
        awaitSettled(1);
        assertThat(seen).hasSize(1);
        assertThatThrownBy(() -> seen.get(0).cancelDefault()).isInstanceOf(IllegalStateException.class);
    }
}
