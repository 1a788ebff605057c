/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM, its children and its tools do not notice us. */
class SharedProcessTest {

    @Test
    void childrenInheritNothingButTheIgnoreThatTheUserAskedFor() {
        try (ChildJvm child = ChildJvm.of("children").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(after(child, "without ")).hasSizeGreaterThan(4).isEqualTo(after(child, "with "));
            assumeFalse(
                    Emulated.BY_QEMU, "qemu takes ignores back when it starts, and the JDK starts children through it");
            long before = ignored(child, "without ");
            assertThat(ignored(child, "ignore ")).isEqualTo(before | 1L << (LinuxSignals.USR1.number() - 1));
        }
    }

    private static List<String> after(ChildJvm child, String label) {
        return child.linesWith(label).stream()
                .map(line -> line.substring(label.length()))
                .toList();
    }

    private static long ignored(ChildJvm child, String label) {
        String line = child.awaitLine(label + "SigIgn");
        return Long.parseUnsignedLong(line.substring(line.lastIndexOf(' ') + 1), 16);
    }

    @Test
    void codeIsNotWritableAndDataIsNotExecutable() {
        try (ChildJvm child = ChildJvm.of("children").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.linesWith("mapping")).containsExactlyInAnyOrder("mapping r-xp", "mapping rw-p");
        }
    }

    @Test
    void exitCodesOfChildrenAreRightWhileTheyAreWatched() {
        try (ChildJvm child = ChildJvm.of("exit-codes").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.linesWith("exit")).containsExactly("exit 0 0", "exit 1 1", "exit 37 37", "exit 255 255");
            assertThat(child.linesWith("killed")).containsExactly("killed 137");
            assertThat(child.linesWith("events")).containsExactly("events true");
            assertThat(child.linesWith("event CHILD_EXITED true")).isNotEmpty();
        }
    }

    @Test
    void standardSignalsMergeAndRealtimeSignalsWaitWhileAHandlerIsStuck() throws Exception {
        try (ChildJvm child = ChildJvm.of("stuck").start()) {
            child.awaitLine("ready");
            int realtime = NativeAccess.libc().__libc_current_sigrtmin() + 3;
            for (int i = 0; i < 30_000; i++) {
                child.signal(LinuxSignals.USR1);
                if (i % 3 == 0) {
                    assertThat(NativeAccess.libc().sigqueue(child.pid(), realtime, i))
                            .isZero();
                }
            }
            child.proceed();
            assertThat(child.exitCode()).as(child.toString()).isZero();
            long[] meanwhile = numbers(child.awaitLine("meanwhile"));
            long[] page = numbers(child.awaitLine("page"));
            long[] end = numbers(child.awaitLine("end"));
            assertThat(page[1]).as("real-time signals at the page").isEqualTo(10_000);
            assertThat(page[2]).as("lost").isZero();
            assertThat(end[1]).as("real-time events").isEqualTo(10_000);
            assertThat(end[0]).as("standard arrivals").isEqualTo(page[0]).isBetween(1L, 30_000L);
            assertThat(meanwhile[0]).as("seen aside").isEqualTo(end[0] + end[1]);
            assertThat(meanwhile[1]).as("handled while one was stuck").isOne();
            assertThat(meanwhile[2]).isZero();
        }
    }

    private static long[] numbers(String line) {
        return Pattern.compile("\\d+")
                .matcher(line)
                .results()
                .mapToLong(m -> Long.parseLong(m.group()))
                .toArray();
    }

    @Test
    void whatFindsThePipeFullIsCountedOrWaitsForTheReader() {
        try (ChildJvm child =
                ChildJvm.of("overflow").arguments(5_000, 20_000, 1).start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.awaitLine("standard")).isEqualTo("standard 5000");
            assertThat(child.awaitLine("values")).isEqualTo("values 20000 twice false");
            assertThat(child.awaitLine("overflowed")).isEqualTo("overflowed true lost 0");
        }
    }

    @Test
    void withoutRoomRealtimeSignalsStayWhereTheyAre() {
        try (ChildJvm child = ChildJvm.of("overflow").arguments(100, 20_000, 0).start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.awaitLine("closed")).isEqualTo("closed 100");
            assertThat(child.linesWith("without room"))
                    .containsOnly("without room 0")
                    .hasSize(5);
            assertThat(child.awaitLine("values")).isEqualTo("values 20000 twice false");
            assertThat(child.awaitLine("overflowed")).isEqualTo("overflowed true lost 0");
        }
    }

    @Test
    void aWakeHasOneReceiveReturnWithNothing() {
        try (ChildJvm child = ChildJvm.of("wake").start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.lines()).containsSubsequence("before 0", "reads true", "during 0");
        }
    }

    @Test
    void everyRaiseIsCountedWithoutAWarningOfOurs() {
        List<String> usual;
        try (ChildJvm bare = ChildJvm.of("bare-jna").jvm("-Xcheck:jni").start()) {
            assertThat(bare.exitCode()).isZero();
            usual = warnings(bare);
        }
        try (ChildJvm child =
                ChildJvm.of("raise").jvm("-Xcheck:jni").arguments(20_000).start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.awaitLine("counted")).isEqualTo("counted 20000 of 20000");
            assertThat(usual).containsAll(warnings(child));
        }
    }

    private static List<String> warnings(ChildJvm child) {
        return child.linesWith("WARNING").stream().distinct().toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+UseG1GC", "-XX:+UseSerialGC", "-XX:+UseZGC", "-Xint", "-Xcomp"})
    void signalsToEveryThreadAreAllReceived(String option) {
        assumeFalse(Emulated.BY_QEMU && option.equals("-Xcomp"), "to compile everything takes minutes under qemu");
        try (ChildJvm child = ChildJvm.of("storm")
                .jvm(option)
                .arguments(option.equals("-Xcomp") ? 4 : 2)
                .start()) {
            assertThat(child.exitCode()).as(child.toString()).isZero();
            long[] standard = numbers(child.awaitLine("standard"));
            long[] realtime = numbers(child.awaitLine("realtime"));
            assertThat(standard[0]).isEqualTo(standard[1]).isPositive();
            assertThat(realtime[0]).isEqualTo(realtime[1]).isPositive();
        }
    }

    @Test
    void theFlightRecorderKeepsItsSamples(@TempDir Path folder) throws Exception {
        long without = samples(folder.resolve("without.jfr"), 0);
        long with = samples(folder.resolve("with.jfr"), 50);
        if (with < without / 2) { // another load on the machine: once more; a replaced handler costs nearly all of them
            with = samples(folder.resolve("again.jfr"), 50);
        }
        assertThat(without).isPositive();
        assertThat(with).isGreaterThanOrEqualTo(without / 2);
    }

    private static long samples(Path recording, int signals) throws Exception {
        try (ChildJvm child = ChildJvm.of("busy")
                .jvm("-XX:StartFlightRecording:settings=profile,filename=" + recording)
                .arguments(4)
                .arguments(signals == 0 ? new Object[0] : new Object[] {"SIGUSR2"})
                .start()) {
            child.awaitLine("ready");
            for (int i = 1; i <= signals; i++) {
                child.signal(LinuxSignals.USR2);
                child.awaitLines("event SIGUSR2", i);
            }
            assertThat(child.exitCode()).as(child.toString()).isZero();
            assertThat(child.awaitLine("events ")).isEqualTo("events " + signals);
        }
        Process jfr = new ProcessBuilder(JdkTool.path("jfr"), "summary", "" + recording).start();
        try (BufferedReader lines = jfr.inputReader()) {
            return lines.lines()
                    .map(Pattern.compile("\\s*jdk\\.ExecutionSample\\s+(\\d+)\\s.*")::matcher)
                    .filter(Matcher::matches)
                    .mapToLong(matcher -> Long.parseLong(matcher.group(1)))
                    .sum();
        }
    }

    @Test
    void theJvmExitsWithoutWaitingForTheReader() {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10 && best > 250; i++) { // the machine may be slow; the JVM would wait 300 ms each time
            try (ChildJvm child = ChildJvm.of("exit").start()) {
                child.awaitLine("done");
                long start = System.nanoTime();
                assertThat(child.exitCode()).isZero();
                best = Math.min(best, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            }
        }
        assertThat(best).isLessThanOrEqualTo(250);
    }

    @Test
    void anotherLaunchersPropertyIsNotOurs() {
        try (ChildJvm child = ChildJvm.of("take")
                .jvm("-Dsignals4j.page=1 0 4096 8192 3 4")
                .arguments("SIGUSR1")
                .start()) {
            child.awaitLine("ready");
            child.signal(LinuxSignals.USR1);
            child.awaitLine("event SIGUSR1");
            child.proceed();
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void descriptorsAreClosedOnExec() throws Exception {
        try (ChildJvm child = ChildJvm.of("take").arguments("SIGUSR1").start()) {
            child.awaitLine("ready");
            int pipes = 0;
            for (String fd : child.descriptors()) {
                Path info = Path.of("/proc/" + child.pid() + "/fdinfo/" + fd);
                boolean pipe = Files.readSymbolicLink(Path.of("/proc/" + child.pid() + "/fd/" + fd))
                        .toString()
                        .startsWith("pipe:");
                if (pipe && Integer.parseInt(fd) > 2) {
                    String flags = Files.readAllLines(info).get(1).replaceAll("\\D", "");
                    assertThat(Long.parseLong(flags, 8) & LinuxAbi.CLOSE_ON_EXEC)
                            .as(fd)
                            .isNotZero();
                    pipes++;
                }
            }
            assertThat(pipes).as("the two ends of our pipe").isEqualTo(2);
        }
    }
}
