/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.SignalSystem;
import org.signals4j.StandardSignal;

/** {@code list}, {@code send} and {@code doctor} over a fake platform, and what all commands have in common. */
class CommandsTest {

    private final FakeProvider fake = new FakeProvider();

    @BeforeEach
    void open() {
        SignalSystem.open(fake);
    }

    @AfterEach
    void close() {
        SignalSystem.current().ifPresent(SignalSystem::close);
    }

    @Test
    void listIsLikeKillL() {
        Program list = Program.run("list");
        assertThat(list.exitCode()).isZero();
        assertThat(list.out())
                .containsExactly(
                        " 1) SIGHUP      2) SIGINT      9) SIGKILL    10) SIGUSR1    12) SIGUSR2",
                        "13) SIGPIPE    15) SIGTERM    17) SIGCHLD    20) SIGTSTP    21) SIGTTIN",
                        "22) SIGTTOU    26) SIGVTALRM  27) SIGPROF    30) SIGPWR     34) SIGRTMIN",
                        "35) SIGRTMIN+1");
    }

    @Test
    void listTranslates() {
        Program list = Program.run("list", "15", "TERM", "sigpwr", "SIGRTMAX", "34");
        assertThat(list.exitCode()).isZero();
        assertThat(list.out()).containsExactly("TERM", "15", "30", "35", "RTMIN");
    }

    @Test
    void sendSends() {
        assertThat(Program.run("send", "TERM", "2000000001").exitCode()).isZero();
        assertThat(Program.run("send", "10", "2000000001").exitCode()).isZero();
        assertThat(Program.run("send", "--group", "HUP", "2000000001").exitCode())
                .isZero();
        assertThat(fake.sent)
                .containsExactly(
                        "SIGTERM to process 2000000001", "SIGUSR1 to process 2000000001", "SIGHUP to group 2000000001");
    }

    @Test
    void sendQueuesValues() {
        assertThat(Program.run("send", "--value", "-1", "RTMIN", "2000000001").exitCode())
                .isZero();
        fake.fullQueues = 3;
        assertThat(Program.run("send", "RTMIN+1", "--value=7", "--count=3", "2000000001")
                        .exitCode())
                .isZero();
        assertThat(fake.sent)
                .containsExactly(
                        "SIGRTMIN to process 2000000001 with -1",
                        "SIGRTMIN+1 to process 2000000001 with 7",
                        "SIGRTMIN+1 to process 2000000001 with 8",
                        "SIGRTMIN+1 to process 2000000001 with 9");
        assertThat(Program.run("send", "--value", "1", "RTMIN", "2000000002").exitCode())
                .isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void sendTriesAllAndNamesEachFailure() {
        Program send = Program.run("send", "TERM", "2000000002", "2000000001", "2000000003");
        assertThat(send.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(fake.sent).containsExactly("SIGTERM to process 2000000001");
        assertThat(send.err().lines())
                .containsExactly(
                        "signals4j: kill(2000000002, SIGTERM): there is no such process (ESRCH, errno 3)",
                        "signals4j: kill(2000000003, SIGTERM): there is no such process (ESRCH, errno 3)");
    }

    @ParameterizedTest
    @CsvSource({
        "0, a process id is 1 to 2147483647",
        "-1, a process id is 1 to 2147483647",
        "4294967295, a process id is 1 to 2147483647",
        "99999999999999999999, '99999999999999999999' is not the number of a process",
        "12x, '12x' is not the number of a process",
        "--grup, Possible solutions: --group"
    })
    void sendRefusesABadPidBeforeAnythingIsSent(String pid, String message) {
        Program send = Program.run("send", "TERM", "2000000001", pid);
        assertThat(send.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(send.err()).contains(message);
        assertThat(fake.sent).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "0", "-1", "4294967295"})
    void sendRefusesABadGroup(String group) {
        Program send = Program.run("send", "--group", "TERM", "2000000001", group);
        assertThat(send.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(send.err()).contains("a process group is 2 to 2147483647, not " + group);
        assertThat(fake.sent).isEmpty();
    }

    @Test
    void groupZeroIsTheConsoleWhereThereIsSuchAThing() {
        fake.capabilities.add(Capability.CONSOLE_GROUP);
        assertThat(reopened("send", "--group", "INT", "0").exitCode()).isZero();
        assertThat(fake.sent).containsExactly("SIGINT to group 0");
        assertThat(Program.run("send", "INT", "0").exitCode())
                .as("as a process")
                .isEqualTo(ExitCodes.USAGE);
    }

    @Test
    void whatTheProviderCannotDoNamesThoseThatCan() {
        fake.capabilities.remove(Capability.SEND);
        Program send = reopened("send", "TERM", "2000000001");
        assertThat(send.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(send.err())
                .startsWith("signals4j: provider 'fake' cannot do 'send'")
                .contains(Capability.SEND.providers());
    }

    @Test
    void doctorShowsEachSignalAndChangesNothing() {
        fake.dispositions.put(StandardSignal.SIGHUP, Disposition.IGNORED);
        Program doctor = Program.run("doctor");
        assertThat(doctor.exitCode()).isZero();
        assertThat(doctor.out().subList(0, 3))
                .containsExactly(
                        "platform  " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                                + System.getProperty("os.arch"),
                        "java      " + System.getProperty("java.version") + ", " + System.getProperty("java.vendor")
                                + ", " + System.getProperty("java.vm.name"),
                        "provider  fake");
        assertThat(doctor.out())
                .anyMatch(line -> line.matches("CANDIDATE +PRIORITY +CHOSEN +WHY"))
                .contains(
                        "SIGNAL      NR  DEFAULT    NOW      ALLOWED  DESCRIPTION              OWNER, REASON",
                        "SIGHUP      1   terminate  ignored  yes      Hangup                   the JVM (shutdown)",
                        "SIGKILL     9   terminate  default  no       Killed                   the kernel: nobody can catch it",
                        "SIGUSR1     10  terminate  default  yes      User defined signal 1");
        assertThat(fake.dispositions).isEqualTo(Map.of(StandardSignal.SIGHUP, Disposition.IGNORED));
    }

    @Test
    void doctorsJsonHasExactlyTheFields() {
        Program doctor = Program.run("doctor", "--json");
        assertThat(doctor.exitCode()).isZero();
        assertThat(doctor.out()).hasSize(1);
        assertThat(doctor.out().get(0))
                .startsWith("{\"platform\":{\"os\":\"" + System.getProperty("os.name") + "\",\"version\":\"")
                .contains("\"java\":{\"version\":\"" + System.getProperty("java.version") + "\",\"vendor\":\"")
                .contains("\"provider\":\"fake\",\"candidates\":[")
                .contains("\"signals\":[{\"name\":\"SIGHUP\",\"number\":1,\"description\":\"Hangup\","
                        + "\"defaultAction\":\"terminate\",\"disposition\":\"default\",\"owner\":\"the JVM (shutdown)\","
                        + "\"allowed\":true,\"reason\":null,\"statistics\":{")
                .contains("{\"name\":\"SIGKILL\",\"number\":9,\"description\":\"Killed\","
                        + "\"defaultAction\":\"terminate\",\"disposition\":\"default\",\"owner\":\"the kernel\","
                        + "\"allowed\":false,\"reason\":\"nobody can catch it\",\"statistics\":{");
        assertThat(JsonText.of(doctor.out().get(0)).fields("signals"))
                .isEqualTo(Set.of(
                        "name",
                        "number",
                        "description",
                        "defaultAction",
                        "disposition",
                        "owner",
                        "allowed",
                        "reason",
                        "statistics"));
        assertThat(doctor.out().get(0))
                .contains("\"statistics\":{\"received\":0,\"merged\":0,\"missed\":3,\"overflowed\":2,\"lost\":1}");
    }

    @Test
    void doctorShowsWhatWasCounted() {
        assertThat(Program.run("doctor").out())
                .endsWith(
                        "",
                        "SIGNAL   RECEIVED  MERGED  MISSED  OVERFLOWED  LOST",
                        "SIGUSR1  0         0       3       2           1");
    }

    @ParameterizedTest
    @CsvSource({
        "list SIGTREM, did you mean SIGTERM?",
        "list 65, no signal has the number 65",
        "list 0, no signal has the number 0",
        "list -1, no signal has the number -1",
        "send SIGFOO 2000000001, there is no signal 'SIGFOO'; did you mean ",
        "watch SIGURS1, did you mean SIGUSR1?",
        "watch KILL, SIGKILL belongs to the kernel: nobody can catch it",
        "watch --count 0, --count has to be 1 or more",
        "watch --count x, is not a long",
        "watch --timeout 5x, '5x' is not a time such as 10s",
        "watch --jsn, Possible solutions: --json",
        "wach, Did you mean: signals4j watch",
        "send TERM 2000000001 --count 2, --count needs --value",
        "send TERM 2000000001 --value 1 --count 0, --count has to be 1 or more",
        "send TERM 2000000001 --value x, is not a long",
        "send TERM 2000000001 --value 1 --group, --value and --group exclude each other",
        "send TERM, Missing required parameter",
        "send, Missing required parameter",
        "'', Missing required subcommand"
    })
    void badUsage(String line, String message) {
        Program program = Program.run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains(message).doesNotContain("\tat ");
        assertThat(program.out()).isEmpty();
        assertThat(fake.caught()).isEmpty();
    }

    @Test
    void anAtSignNamesNoFileOfArguments(@TempDir Path folder) throws Exception {
        Path arguments = Files.writeString(folder.resolve("arguments"), "15");
        Program program = Program.run("list", "@" + arguments);
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains("there is no signal '@" + arguments + "'");
    }

    @Test
    void aSignalOfAnotherPlatformIsNotBadUsage() {
        Program program = Program.run("watch", "BREAK");
        assertThat(program.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(program.err()).contains("provider 'fake' has no SIGBREAK");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--debug list SIGTREM", "list --debug SIGTREM", "list SIGTREM --debug"})
    void debugShowsTheStackTrace(String line) {
        Program program = Program.run(line.split(" "));
        assertThat(program.exitCode()).isEqualTo(ExitCodes.USAGE);
        assertThat(program.err()).contains("did you mean SIGTERM?", "IllegalArgumentException", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "watch ", "doctor ", "list ", "send ", "tck "})
    void helpAndVersion(String command) {
        Program help = Program.run((command + "--help").split(" "));
        assertThat(help.exitCode()).isZero();
        assertThat(String.join("\n", help.out()))
                .contains("Usage: signals4j " + command.strip(), "--debug", "Exit codes:", "bad usage");
        Program version = Program.run((command + "--version").split(" "));
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).singleElement().asString().startsWith("signals4j ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "list 15", "doctor", "doctor --json"})
    void outputThatFailsIsAFailure(String line) {
        Program program = Program.startWithOutput(new BrokenWriter(0), line.split(" "));
        assertThat(program.exitCode()).isEqualTo(ExitCodes.FAILED);
        assertThat(program.err()).isEqualToNormalizingNewlines("signals4j: cannot write to the standard output\n");
    }

    /** Runs with a system that has read the capabilities anew. */
    private Program reopened(String... args) {
        close();
        SignalSystem.open(fake);
        return Program.run(args);
    }
}
