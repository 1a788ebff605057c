/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.ForeignHandlerException;
import org.signals4j.HandleOption;
import org.signals4j.RealtimeSignal;
import org.signals4j.ReservedSignalException;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import org.signals4j.SignalException;
import org.signals4j.SignalHandler;
import org.signals4j.SignalSystem;
import org.signals4j.StandardSignal;
import org.signals4j.Subscription;
import org.signals4j.posix.NativeBuffer;
import org.signals4j.posix.Sigaction;
import org.signals4j.spi.Availability;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/** With real signals, in this JVM: only such as do no harm when they come at their default. */
class LinuxSignalBackendTest {

    private static final Signal URG = StandardSignal.SIGURG;
    private static final Signal USR1 = StandardSignal.SIGUSR1;
    private static final Signal WINCH = StandardSignal.SIGWINCH;
    private static final RealtimeSignal QUEUED = new RealtimeSignal(5);

    private static final NativeBuffer NOT_CODE = NativeBuffer.allocate(64);

    private final LinuxLibC libc = mock(LinuxLibC.class, delegatesTo(NativeAccess.libc()));
    private final BlockingQueue<SignalEvent> events = new LinkedBlockingQueue<>();
    private LinuxSignalBackend backend;
    private SignalSystem system;

    /** The real provider, with a binding that is watched. */
    private final class WatchedProvider implements SignalProvider {

        @Override
        public String name() {
            return "linux";
        }

        @Override
        public int priority() {
            return 10;
        }

        @Override
        public Availability availability() {
            return new LinuxSignalProvider().availability();
        }

        @Override
        public SignalBackend open() {
            backend = new LinuxSignalBackend(
                    libc, LinuxProcessor.of(System.getProperty("os.arch")).orElseThrow());
            return backend;
        }
    }

    @BeforeEach
    void open() {
        system = SignalSystem.open(new WatchedProvider());
    }

    @AfterEach
    void close() {
        system.close();
    }

    private SignalEvent next() throws InterruptedException {
        SignalEvent event = events.poll(10, TimeUnit.SECONDS);
        assertThat(event).as("an event within 10 s").isNotNull();
        return event;
    }

    @Test
    void saysWhoRaisedAndWhoSent() throws Exception {
        system.handle(USR1, events::add);
        system.raise(USR1);
        SignalEvent raised = next();
        assertThat(raised.cause()).isEqualTo(SignalCause.THREAD);
        assertThat(raised.code()).hasValue(-6);
        assertThat(raised.pid()).hasValue(ProcessHandle.current().pid());

        system.send(ProcessHandle.current(), USR1);
        SignalEvent sent = next();
        assertThat(sent.cause()).isEqualTo(SignalCause.USER);
        assertThat(sent.pid()).hasValue(ProcessHandle.current().pid());
        assertThat(sent.uid()).hasValue((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        assertThat(sent.value()).isEmpty();
        assertThat(sent.count()).isOne();
    }

    @Test
    void anotherProcessIsTheSender() throws Exception {
        system.handle(USR1, events::add);
        Process sender = new ProcessBuilder(
                        "sh", "-c", "kill -USR1 " + ProcessHandle.current().pid() + "; read line")
                .start();
        SignalEvent event = next();
        sender.getOutputStream().close();
        assertThat(event.pid()).hasValue(sender.pid());
        assertThat(event.cause()).isEqualTo(SignalCause.USER);
    }

    @Test
    void whatIsRaisedOrSentInRealTimeIsQueued() throws Exception {
        system.handle(QUEUED, events::add);
        system.raise(QUEUED);
        system.send(ProcessHandle.current(), QUEUED);
        for (int i = 0; i < 2; i++) {
            SignalEvent event = next();
            assertThat(event.signal()).isEqualTo(QUEUED);
            assertThat(event.cause()).isEqualTo(SignalCause.QUEUE);
            assertThat(event.value()).hasValue(0);
            assertThat(event.pid()).hasValue(ProcessHandle.current().pid());
        }
    }

    @Test
    void aValueOfAllItsBitsArrives() throws Exception {
        system.handle(QUEUED, events::add);
        long value = 0x8765_4321_1234_5678L;
        assertThat(libc.sigqueue(libc.getpid(), system.number(QUEUED), value)).isZero();
        SignalEvent event = next();
        assertThat(event.rawValue()).hasValue(value);
        assertThat(event.value()).hasValue(0x1234_5678);
    }

    @Test
    void aChildSaysHowItEnded() throws Exception {
        system.subscribe(StandardSignal.SIGCHLD, events::add);
        Process child = new ProcessBuilder("sh", "-c", "exit 37").start();
        SignalEvent event = next();
        assertThat(event.cause()).isEqualTo(SignalCause.CHILD_EXITED);
        assertThat(event.childStatus()).hasValue(37);
        assertThat(event.pid()).hasValue(child.pid());
        assertThat(child.waitFor()).isEqualTo(37);
    }

    @Test
    void whatTheKernelMakesHasNoSender() throws Exception {
        system.handle(WINCH, events::add);
        // As a timer that expires would; only to oneself may one claim to be the kernel.
        NativeBuffer siginfo = NativeBuffer.allocate(128);
        siginfo.bytes().putInt(0, 28).putInt(8, 128);
        int queueinfo = System.getProperty("os.arch").equals("amd64") ? 297 : 240;
        assertThat(libc.syscall(queueinfo, libc.getpid(), threadId(), 28, siginfo.address()))
                .isZero();
        SignalEvent event = next();
        assertThat(event.cause()).isEqualTo(SignalCause.KERNEL);
        assertThat(event.pid()).isEmpty();
        assertThat(event.uid()).isEmpty();
    }

    private long threadId() throws Exception {
        return Long.parseLong(Files.readSymbolicLink(Path.of("/proc/thread-self"))
                .getFileName()
                .toString());
    }

    @Test
    void catchesWithItsFlagsAndMaskAndPutsBackWhatWasThere() {
        int number = system.number(URG);
        Sigaction before = action(number);
        system.handle(URG, events::add);
        Sigaction ours = action(number);
        assertThat(ours.handler()).isEqualTo(backend.page().standard());
        assertThat(ours.flags()).isEqualTo(0x1800_0004);
        assertThat(ours.mask() & ~0x1_8004_0100L)
                .as("all but KILL, STOP and libc's own")
                .isEqualTo(~(0x1_8004_0100L | bits(4, 5, 7, 8, 11)));
        system.handle(QUEUED, events::add);
        assertThat(action(system.number(QUEUED)).handler())
                .isEqualTo(backend.page().realtime());
        system.handle(URG, SignalHandler.DEFAULT);
        assertThat(action(number)).isEqualTo(before);
    }

    private static long bits(int... signals) {
        long mask = 0;
        for (int signal : signals) {
            mask |= Sigaction.bit(signal);
        }
        return mask;
    }

    /** Asked of libc, not of what is tested. */
    private Sigaction action(int number) {
        NativeBuffer struct = NativeBuffer.allocate(152);
        assertThat(libc.sigaction(number, 0, struct.address())).isZero();
        return LinuxAbi.POSIX.sigaction().read(struct.bytes()).without(0x0400_0000);
    }

    private void install(int number, Sigaction action) {
        NativeBuffer struct = NativeBuffer.allocate(152);
        struct.bytes().putLong(0, action.handler()).putLong(8, action.mask()).putInt(136, action.flags());
        assertThat(libc.sigaction(number, struct.address(), 0)).isZero();
    }

    @Test
    void aSignalInTransitSurvivesARestore() throws Exception {
        SignalBackend one = backend;
        one.install(URG, Disposition.CAUGHT, Set.of());
        system.raise(URG);
        one.restore(URG);
        DeliveryBatch batch = new DeliveryBatch();
        one.receive(batch);
        assertThat(batch.get(0).number()).isEqualTo(system.number(URG));
        one.settle(batch.get(0), Outcome.DEFAULT);
    }

    @Test
    void ignoreIsTheRealOne() {
        assertThat(system.handle(URG, SignalHandler.IGNORE)).isEqualTo(SignalHandler.DEFAULT);
        assertThat(action(system.number(URG)).handler()).isEqualTo(Sigaction.IGNORE);
        assertThat(system.handler(URG)).isEqualTo(SignalHandler.IGNORE);
        assertThat(system.info(URG).disposition()).isEqualTo(Disposition.IGNORED);
        assertThat(system.handle(URG, SignalHandler.DEFAULT)).isEqualTo(SignalHandler.IGNORE);
        assertThat(action(system.number(URG)).handler()).isEqualTo(Sigaction.DEFAULT);
    }

    @Test
    void systemDefaultIsSigDflEvenWhereTheJvmHasAHandler() {
        Signal xfsz = StandardSignal.SIGXFSZ;
        Sigaction jvms = action(system.number(xfsz));
        assertThat(jvms.isCode()).isTrue();
        assertThat(system.info(xfsz).disposition()).isEqualTo(Disposition.DEFAULT);
        system.handle(xfsz, SignalHandler.SYSTEM_DEFAULT);
        assertThat(action(system.number(xfsz)).handler()).isEqualTo(Sigaction.DEFAULT);
        assertThat(system.info(xfsz).disposition()).isEqualTo(Disposition.SYSTEM_DEFAULT);
        system.handle(xfsz, SignalHandler.DEFAULT);
        assertThat(action(system.number(xfsz))).isEqualTo(jvms);
    }

    /** Stands for somebody else's handler; running it would crash. */
    private static Sigaction foreign() {
        return new Sigaction(NOT_CODE.address(), 0x1000_0004, bits(1, 2, 3));
    }

    @Test
    void aForeignHandlerIsTakenOnlyByForceAndPutBackToTheLetter() {
        int number = system.number(URG);
        Sigaction before = action(number);
        Sigaction foreign = foreign();
        install(number, foreign);
        try {
            assertThat(system.handler(URG)).isEqualTo(SignalHandler.FOREIGN);
            assertThat(system.info(URG).disposition()).isEqualTo(Disposition.FOREIGN);
            assertThatThrownBy(() -> system.handle(URG, events::add)).isInstanceOf(ForeignHandlerException.class);
            assertThatThrownBy(() -> system.handle(URG, SignalHandler.IGNORE))
                    .isInstanceOf(ForeignHandlerException.class);
            assertThat(action(number)).isEqualTo(foreign);

            assertThat(system.handle(URG, events::add, HandleOption.FORCE)).isEqualTo(SignalHandler.FOREIGN);
            assertThat(system.info(URG).disposition()).isEqualTo(Disposition.CAUGHT);
            system.handle(URG, SignalHandler.FOREIGN);
            assertThat(action(number)).isEqualTo(foreign);
        } finally {
            install(number, before);
        }
    }

    @Test
    void theDefaultOfAForeignHandlerIsNotToCallIt() {
        int number = system.number(URG);
        Sigaction before = action(number);
        install(number, foreign());
        try {
            system.handle(URG, events::add, HandleOption.FORCE);
            backend.settle(Delivery.withoutDetail(number, 1), Outcome.DEFAULT);
        } finally {
            install(number, before);
        }
    }

    @Test
    void whoReplacedOursKeepsTheSignal() {
        int number = system.number(URG);
        Sigaction before = action(number);
        try (Subscription subscription = system.subscribe(URG, events::add)) {
            assertThat(subscription.isActive()).isTrue();
            install(number, foreign());
            assertThat(subscription.isActive()).isFalse();
            assertThat(system.info(URG).disposition()).isEqualTo(Disposition.FOREIGN);
        }
        try {
            assertThat(action(number)).as("after closing").isEqualTo(foreign());
        } finally {
            install(number, before);
        }
        assertThat(system.info(URG).disposition()).isEqualTo(Disposition.DEFAULT);
    }

    @Test
    void oursIsOursWhoeverPutItBack() throws Exception {
        int number = system.number(URG);
        Sigaction before = action(number);
        system.handle(URG, events::add);
        Sigaction ours = action(number);
        system.handle(URG, SignalHandler.DEFAULT);
        install(number, ours);
        try {
            assertThat(system.info(URG).disposition()).isEqualTo(Disposition.CAUGHT);
            system.handle(URG, events::add);
            system.raise(URG);
            assertThat(next().signal()).isEqualTo(URG);
        } finally {
            install(number, before);
        }
    }

    @Test
    void reservedSignalsNameTheirOwner() {
        for (int number : new int[] {4, 7, 8, 9, 11, 19, 62}) {
            Signal signal = system.lookup(number);
            assertThat(system.info(signal).refusal()).as(signal.name()).isPresent();
            assertThatThrownBy(() -> system.handle(signal, events::add)).isInstanceOf(ReservedSignalException.class);
        }
        assertThat(system.info(StandardSignal.SIGSEGV).owner()).contains("the JVM");
        assertThat(system.info(system.lookup("SIGRTMAX-2")).owner()).contains("the class library");
        assertThatIllegalArgumentException().isThrownBy(() -> system.lookup(32));
        assertThatIllegalArgumentException().isThrownBy(() -> system.lookup(33));
        assertThat(system.supported()).hasSize(system.signals().size() - 7);
        assertThatThrownBy(() -> system.handle(StandardSignal.SIGCHLD, SignalHandler.IGNORE))
                .isInstanceOf(ReservedSignalException.class)
                .hasMessageContaining("waitFor");
        assertThatThrownBy(() -> system.handle(StandardSignal.SIGUSR2, SignalHandler.IGNORE))
                .isInstanceOf(ReservedSignalException.class)
                .hasMessageContaining("flight recorder");
    }

    @Test
    void theJvmsSignalsAreItsDefaults() {
        for (Signal signal : new Signal[] {
            StandardSignal.SIGHUP,
            StandardSignal.SIGINT,
            StandardSignal.SIGTERM,
            StandardSignal.SIGQUIT,
            StandardSignal.SIGPIPE,
            StandardSignal.SIGUSR2
        }) {
            assertThat(system.info(signal).disposition()).as(signal.name()).isEqualTo(Disposition.DEFAULT);
            assertThat(system.info(signal).owner().orElseThrow())
                    .as(signal.name())
                    .startsWith("the JVM");
        }
    }

    @Test
    void nothingThatMeansManyProcessesReachesTheSystem() {
        for (long pid : new long[] {0, -1, Integer.MIN_VALUE, 1L << 32, (1L << 32) - 1}) {
            assertThatIllegalArgumentException().isThrownBy(() -> system.send(pid, URG));
        }
        for (long group : new long[] {1, 0, -1, 1L << 32}) {
            assertThatIllegalArgumentException().isThrownBy(() -> system.sendToGroup(group, URG));
        }
        verify(libc, never()).kill(anyInt(), anyInt());
        verify(libc, never()).killpg(anyInt(), anyInt());
        verify(libc, never()).sigqueue(anyInt(), anyInt(), anyLong());
        verify(libc, never()).syscall(eq((long) LinuxProcessor.PIDFD_OPEN), anyLong(), anyLong(), anyLong(), anyLong());
    }

    @Test
    void sendsToAProcessAndAGroupThatAreOurs() throws Exception {
        Process child = new ProcessBuilder(
                        "setsid", "sh", "-c", "trap 'echo urg' URG; echo ready; while :; do sleep 0.01; done")
                .start();
        try {
            var lines = child.inputReader();
            assertThat(lines.readLine()).isEqualTo("ready");
            system.send(child.toHandle(), URG);
            assertThat(lines.readLine()).isEqualTo("urg");
            system.sendToGroup(child.pid(), URG);
            assertThat(lines.readLine()).isEqualTo("urg");
        } finally {
            child.destroyForcibly();
            child.waitFor();
        }
        assertThatThrownBy(() -> system.send(child.pid(), URG))
                .isInstanceOfSatisfying(
                        SignalException.class, e -> assertThat(e.errnoName()).isEqualTo("ESRCH"));
        // A sleep may still be in the group.
        Awaitility.await()
                .untilAsserted(() -> assertThatThrownBy(() -> system.sendToGroup(child.pid(), URG))
                        .isInstanceOfSatisfying(
                                SignalException.class,
                                e -> assertThat(e.errnoName()).isEqualTo("ESRCH")));
    }

    @Test
    void aLaterOpenFindsTheSamePageAndGoesOn() throws Exception {
        long page = backend.page().standard();
        String published = System.getProperty("signals4j.page");
        for (int i = 0; i < 5; i++) {
            system.close();
            system = SignalSystem.open(new LinuxSignalProvider());
            system.handle(URG, events::add);
            system.raise(URG);
            assertThat(next().signal()).isEqualTo(URG);
            assertThat(action(system.number(URG)).handler()).isEqualTo(page);
        }
        assertThat(System.getProperty("signals4j.page")).isEqualTo(published);
    }

    @Test
    void saysWhatItCanDo() {
        assertThat(system.capabilities())
                .contains(
                        Capability.ARRIVAL_ORDER,
                        Capability.KERNEL_STATE,
                        Capability.REAL_IGNORE,
                        Capability.OVERRIDE_IGNORED,
                        Capability.SYSTEM_DEFAULT,
                        Capability.SENDER,
                        Capability.REALTIME,
                        Capability.RAISE,
                        Capability.SEND,
                        Capability.SEND_GROUP);
    }
}
