/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.it.programs.BadInput;
import org.signals4j.it.programs.TwoLoaders;

/** What has to be refused is, each with the right error, and leaves everything as it was. */
class BadInputTest {

    static List<Provider> providers() {
        return Provider.here();
    }

    @ParameterizedTest
    @MethodSource("providers")
    void isRefusedAndChangesNothing(Provider provider) {
        Child untouched = Launch.cli().with(provider).run("doctor", "--json");
        Child child = Launch.classPath(BadInput.class, List.of(Build.cli()))
                .with(provider)
                .run("doctor", "--json");

        assertThat(child.exitCode()).as("%s", child).isZero();
        int end = child.out().indexOf("---");
        Map<String, String> refusals = new LinkedHashMap<>();
        for (String line : child.out().subList(1, end - 1)) {
            String[] parts = line.split(" -> ", 2);
            refusals.put(parts[0], parts[1]);
        }
        assertThat(refusals).hasSizeGreaterThan(40);
        assertThat(refusals)
                .allSatisfy((what, refusal) -> assertThat(refusal).as(what).matches(expected(what, provider)));

        assertThat(child.out().get(end - 1))
                .as("what the kernel says")
                .isEqualTo(child.out().get(0));
        Map<String, Object> before = Json.object(untouched.out().get(0));
        Map<String, Object> after = Json.object(child.out().get(end + 1));
        assertThat(Json.objects(before, "signals")).hasSizeGreaterThan(20);
        assertThat(after).isEqualTo(before);
    }

    /** The name and message of the exception, as a regular expression. */
    private static String expected(String what, Provider provider) {
        String first = what.replaceAll(" .*", "");
        if (what.contains("null")) {
            return "NullPointerException: .+";
        }
        if (what.contains("SIGTREM")) {
            return "IllegalArgumentException: .*did you mean SIGTERM[?]";
        }
        if (what.contains("SIGFOO") || what.contains("empty")) {
            return "IllegalArgumentException: .*did you mean SIG.*";
        }
        if (what.contains("SIGBREAK")) {
            return "UnsupportedSignalException: provider '" + provider + "' has no SIGBREAK.*";
        }
        if (what.matches(".* (SIGKILL|SIGSTOP)")) {
            return "ReservedSignalException: \\S+ belongs to the kernel: .+";
        }
        if (what.matches(".* (SIGSEGV|SIGBUS|SIGILL|SIGFPE)")) {
            return "ReservedSignalException: \\S+ belongs to the JVM: .+";
        }
        return switch (first) {
            case "lookup" -> "IllegalArgumentException: .*" + what.replaceAll("[^-0-9]", "") + ".*";
            case "subscribe" -> "IllegalArgumentException: at least one signal is needed";
            case "ignore" -> "ReservedSignalException: SIGCHLD belongs to .*exit.*";
            case "reinstate" -> "IllegalArgumentException: .*no foreign handler.*";
            case "second" -> "IllegalStateException: .*provider '" + provider + "', opened by thread 'main'.*";
            default -> throw new AssertionError("what is expected of: " + what);
        };
    }

    /** The api refuses these before any system call; and a harmless signal, should that ever fail. */
    @ParameterizedTest
    @CsvSource({
        "send, 0, a process id is 1 to 2147483647",
        "send, -1, a process id is 1 to 2147483647",
        "send, 4294967295, a process id is 1 to 2147483647",
        "send --group, 0, a process group is 2 to 2147483647",
        "send --group, 1, a process group is 2 to 2147483647",
        "send --group, -1, a process group is 2 to 2147483647"
    })
    void manyProcessesAreNoAddressee(String command, String id, String message) {
        for (Provider provider : providers()) {
            String[] arguments = (command + " URG -- " + id).split(" ");
            Child child = Launch.cli().with(provider).run(arguments);
            assertThat(child.exitCode()).as("%s", child).isEqualTo(2);
            assertThat(child.out()).isEmpty();
            assertThat(child.err()).first().asString().contains(message, "not " + id);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "watch SIGFOO, 2, did you mean SIG",
        "watch SIGTREM, 2, did you mean SIGTERM?",
        "watch 0, 2, no signal has the number 0",
        "watch 65, 2, no signal has the number 65",
        "watch KILL, 2, SIGKILL belongs to the kernel",
        "watch SEGV, 2, SIGSEGV belongs to the JVM",
        "watch USR1 SEGV, 2, SIGSEGV belongs to the JVM",
        "watch BREAK, 1, has no SIGBREAK on this platform"
    })
    void theProgramSaysSo(String command, int exitCode, String message) {
        for (Provider provider : providers()) {
            Child child = Launch.cli().with(provider).run(command.split(" "));
            assertThat(child.exitCode()).as("%s", child).isEqualTo(exitCode);
            assertThat(child.out()).isEmpty();
            assertThat(child.err()).first().asString().contains(message);
            assertThat(child.err()).as("no stack trace").noneMatch(line -> line.startsWith("\tat "));
        }
    }

    @ParameterizedTest
    @MethodSource("providers")
    void aSecondCopyOfTheApiIsRefusedAndTheFirstGoesOn(Provider provider) {
        try (Child child = Launch.classPath(TwoLoaders.class, provider.jars()).start()) {
            child.awaitLine("ready");
            assertThat(child.out().get(0)).isEqualTo("is a copy: true");
            assertThat(child.out().get(1))
                    .startsWith("refused: java.lang.IllegalStateException: another copy of signals4j")
                    .contains("app", "put signals4j-api and its provider where both sides see the same classes");
            child.kill("USR1");
            child.awaitLine("got SIGUSR1");
        }
    }
}
