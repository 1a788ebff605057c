/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.PlatformSignal;
import org.signals4j.SignalCause;
import org.signals4j.SignalSystem;
import org.signals4j.StandardSignal;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.Outcome;

/** {@code watch} over a fake platform. */
class WatchTest {

    private final FakeProvider fake = new FakeProvider();

    @AfterEach
    void close() {
        SignalSystem.current().ifPresent(SignalSystem::close);
    }

    @Test
    void showsWhatArrivesAndCancelsTheDefault() {
        Program watch = start("watch", "--json", "USR1", "TERM", "34", "--count", "2");
        assertThat(JsonText.of(watch.awaitLines(1).out().get(0)).values())
                .containsEntry("/ready", "true")
                .containsEntry("/pid", Long.toString(ProcessHandle.current().pid()))
                .containsEntry("/provider", "fake");
        assertThat(fake.caught()).containsExactly("SIGUSR1", "SIGTERM", "SIGRTMIN");
        fake.deliver(new Delivery(34, SignalCause.QUEUE, -1, 4711, 1000, true, 0x1_0000_0007L, 0, 1, null));
        JsonText queued = JsonText.of(watch.awaitLines(2).out().get(1));
        assertThat(queued.values())
                .containsEntry("/signal", "SIGRTMIN")
                .containsEntry("/cause", "queue")
                .containsEntry("/pid", "4711")
                .containsEntry("/uid", "1000")
                .containsEntry("/value", "7")
                .containsEntry("/status", "null")
                .containsEntry("/count", "1");
        fake.deliver(15, 1);
        assertThat(watch.exitCode()).isZero();
        assertThat(watch.out()).hasSize(3);
        await().until(() -> fake.outcomes.size() == 2);
        assertThat(fake.outcomes).containsOnly(Outcome.CANCELLED);
        assertThat(watch.err()).matches("2 signals in \\d+\\.\\d s: SIGRTMIN 1, SIGTERM 1\\R");
    }

    @Test
    void countIsTheSumOfTheEventsCounts() {
        Program watch = start("watch", "USR1", "USR2", "--count", "5").awaitLines(1);
        fake.deliver(10, 3);
        fake.deliver(12, 2);
        fake.deliver(10, 1);
        assertThat(watch.exitCode()).isZero();
        assertThat(watch.out()).hasSize(3);
        assertThat(watch.err()).contains("5 signals", "SIGUSR1 3, SIGUSR2 2");
    }

    @Test
    void whatComesTooEarlyWaitsForTheFirstLine() {
        fake.early = Delivery.withoutDetail(10, 1);
        Program watch = start("watch", "--count", "1");
        assertThat(watch.exitCode()).isZero();
        assertThat(watch.out()).hasSize(2);
        assertThat(watch.out().get(0)).startsWith("ready ");
        assertThat(watch.out().get(1)).startsWith("SIGUSR1 ");
    }

    @Test
    void timeoutAloneIsSuccess() {
        Program watch = start("watch", "--timeout", "50ms", "USR1");
        assertThat(watch.exitCode()).isZero();
        assertThat(watch.err()).matches("0 signals in \\d+\\.\\d s\\R");
    }

    @Test
    void timeoutBeforeTheCountIsNot() {
        Program watch = start("watch", "--timeout", "50ms", "USR1", "--count", "1");
        assertThat(watch.exitCode()).isEqualTo(ExitCodes.INCOMPLETE);
    }

    @Test
    void secondInterruptEnds() {
        Program watch = start("watch", "INT").awaitLines(1);
        fake.deliver(2, 1);
        watch.awaitError("press Ctrl+C again within 2 seconds to end");
        assertThat(watch.isRunning()).isTrue();
        fake.deliver(2, 1);
        assertThat(watch.exitCode()).isEqualTo(ExitCodes.INTERRUPTED);
        assertThat(watch.out()).hasSize(3);
        assertThat(watch.err()).containsOnlyOnce("Ctrl+C").contains("2 signals", "SIGINT 2");
    }

    @Test
    void interruptsFarApartAreOnlyShown() {
        Program watch = start("watch", "INT", "USR1", "--count", "3").awaitLines(1);
        fake.deliver(2, 1);
        watch.awaitLines(2);
        await().pollDelay(DoubleInterrupt.WINDOW.plus(Duration.ofMillis(50))).until(() -> true);
        fake.deliver(2, 1);
        fake.deliver(10, 1);
        assertThat(watch.exitCode()).isZero();
        assertThat(watch.out()).hasSize(4);
        assertThat(watch.err()).containsOnlyOnce("Ctrl+C");
    }

    @Test
    void outputThatFailsEndsIt() {
        BrokenWriter output = new BrokenWriter(2);
        SignalSystem.open(fake);
        Program watch = Program.startWithOutput(output, "watch", "PIPE");
        fake.deliver(13, 1); // shown
        fake.deliver(13, 1); // cannot be shown
        fake.deliver(13, 1); // comes too late
        assertThat(watch.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(output.written().lines()).hasSize(2);
        assertThat(watch.err()).containsOnlyOnce("cannot write to the standard output");
    }

    @Test
    void outputThatFailsAtOnceEndsItAtOnce() {
        SignalSystem.open(fake);
        Program watch = Program.startWithOutput(new BrokenWriter(0), "watch", "USR1");
        assertThat(watch.exitCode()).isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void defaultSetLeavesAloneWhatOthersNeed() {
        fake.dispositions.put(StandardSignal.SIGHUP, Disposition.IGNORED);
        fake.dispositions.put(PlatformSignal.SIGPWR, Disposition.FOREIGN);
        Program watch = start("watch").awaitLines(1);
        assertThat(fake.caught()).containsExactly("SIGINT", "SIGUSR1", "SIGUSR2", "SIGTERM", "SIGRTMIN", "SIGRTMIN+1");
        assertThat(watch.err().lines())
                .satisfiesExactly(
                        ignored -> assertThat(ignored)
                                .startsWith("signals4j: SIGHUP stays ignored")
                                .endsWith("name it to watch it all the same"),
                        foreign -> assertThat(foreign)
                                .startsWith("signals4j: SIGPWR is not watched: somebody else's native handler"));
    }

    @Test
    void namedSignalsOverrideAnInheritedIgnore() {
        fake.dispositions.put(StandardSignal.SIGHUP, Disposition.IGNORED);
        Program watch = start("watch", "HUP", "USR1").awaitLines(1);
        assertThat(fake.caught()).containsExactly("SIGHUP", "SIGUSR1");
        assertThat(watch.err()).isEmpty();
    }

    @Test
    void aProviderThatCannotOverrideSaysSoOnlyWhereItMatters() {
        fake.capabilities.remove(Capability.OVERRIDE_IGNORED);
        fake.dispositions.put(StandardSignal.SIGHUP, Disposition.IGNORED);
        Program watch = start("watch", "HUP", "USR1").awaitLines(1);
        assertThat(fake.caught()).containsExactly("SIGUSR1");
        assertThat(watch.err().lines())
                .singleElement()
                .asString()
                .contains(
                        "SIGHUP was ignored", "provider 'fake' cannot change", Capability.OVERRIDE_IGNORED.providers());
    }

    @Test
    void aNamedSignalWithAForeignHandlerIsAnError() {
        fake.dispositions.put(StandardSignal.SIGUSR1, Disposition.FOREIGN);
        Program watch = start("watch", "USR1");
        assertThat(watch.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(watch.out()).isEmpty();
        assertThat(watch.err()).contains("native handler is installed for SIGUSR1");
    }

    private Program start(String... args) {
        SignalSystem.open(fake);
        return Program.start(args);
    }
}
