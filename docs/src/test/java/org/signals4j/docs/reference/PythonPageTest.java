/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.Signal;
import org.signals4j.Signals;

/** The page on Python's module leaves no name out, and names nothing of ours that is not there. */
class PythonPageTest {

    private static final String NAMES_END = "\n## What the reference says";
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
    private static final Pattern MEMBER = Pattern.compile("(\\w+)(?:\\.(\\w+)(?:\\(\"(.*)\"\\))?)?");
    private static final String NOTHING = "—";
    private static final String NOT_SHOWN = "not shown here: ";

    /** A row of a table that has three columns. */
    private record Row(String first, String second, String third) {

        static List<Row> of(String text) {
            return text.lines()
                    .filter(line -> line.startsWith("| ") && !line.startsWith("| Python |"))
                    .map(line -> line.split("\\|", -1))
                    .map(cells -> new Row(cells[1].strip(), cells[2].strip(), cells[3].strip()))
                    .toList();
        }

        @Override
        public String toString() {
            return first;
        }
    }

    static List<Row> names() {
        return Row.of(part(0));
    }

    static List<Row> signals() {
        return names().stream().filter(row -> row.first.matches("`SIG[A-Z].*")).toList();
    }

    static List<Row> statements() {
        return Row.of(part(1)).stream()
                .filter(row -> !row.third.equals("shown by"))
                .toList();
    }

    @Test
    void everyNameOfTheModuleHasARow() {
        assertThat(names())
                .extracting(row -> unquoted(row.first))
                .containsExactlyInAnyOrderElementsOf(Resources.list("python-names.txt"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void whatIsOursExists(Row row) {
        if (row.second.equals(NOTHING)) {
            assertThat(row.first).isIn("`struct_siginfo.si_band`", "`struct_siginfo.si_errno`");
        } else {
            assertThat(quoted(row.second)).isNotEmpty().allMatch(PythonPageTest::exists);
        }
    }

    @ParameterizedTest
    @MethodSource("signals")
    void aSignalIsTheOneOfItsName(Row row) throws Exception {
        String name = unquoted(row.first);
        Matcher member = MEMBER.matcher(unquoted(row.second));
        assertThat(member.matches()).isTrue();
        if (member.group(3) != null) {
            assertThat(member.group(3)).isEqualTo(name);
        } else {
            assertThat(type(member.group(1)).getField(member.group(2)).get(null))
                    .isEqualTo(Signal.of(name));
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aStatementIsShownByAProgram(Row row) {
        if (!row.third.startsWith(NOT_SHOWN)) {
            assertThat(quoted(row.third)).isNotEmpty().isSubsetOf(programs());
        }
    }

    @Test
    void everyProgramShowsSomething() {
        assertThat(statements().stream().flatMap(row -> quoted(row.third).stream()))
                .containsAll(programs());
    }

    private static List<String> programs() {
        return Transcript.all().stream().map(Transcript::program).toList();
    }

    private static boolean exists(String code) {
        Matcher member = MEMBER.matcher(code);
        if (!member.matches()) {
            return false;
        }
        try {
            Class<?> type = type(member.group(1));
            String name = member.group(2);
            return name == null
                    || Stream.concat(Stream.of(type.getFields()), Stream.of(type.getMethods()))
                            .anyMatch(each -> each.getName().equals(name));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** A type of the api, or of java.lang. */
    private static Class<?> type(String simpleName) throws ClassNotFoundException {
        try {
            return Class.forName(Signals.class.getPackageName() + "." + simpleName);
        } catch (ClassNotFoundException e) {
            return Class.forName("java.lang." + simpleName);
        }
    }

    private static List<String> quoted(String cell) {
        return QUOTED.matcher(cell)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String unquoted(String cell) {
        assertThat(quoted(cell)).hasSize(1);
        return quoted(cell).get(0);
    }

    private static String part(int index) {
        // Surefire runs tests in the folder of their module.
        return String.join("\n", Resources.lines(Path.of("python.md"))).split(NAMES_END)[index];
    }
}
