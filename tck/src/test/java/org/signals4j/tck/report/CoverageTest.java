/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;
import org.signals4j.Capability;

/** The contract and the tests are one. */
class CoverageTest {

    private static final Set<String> WORDS = Set.of("-", "process", "sender", "foreign");

    @Test
    void everyPromiseIsChecked() {
        assertThat(ids()).isNotEmpty();
        assertThat(checked()).containsAll(ids());
    }

    @Test
    void everyTestChecksAPromiseThatThereIs() {
        assertThat(ids()).containsAll(checked());
        for (Method test : tests()) {
            assertThat(Promises.checkedBy(test)).as(test.toString()).isNotEmpty();
        }
    }

    @Test
    void numbersAreGivenOnceAndWordsArePrecise() {
        assertThat(Promises.all().stream().map(Promise::id)).doesNotHaveDuplicates();
        for (Promise each : Promises.all()) {
            assertThat(each.text()).as(each.id()).containsAnyOf("MUST", "SHOULD", "MAY");
            assertThat(each.intent()).as(each.id()).isNotBlank();
            for (String need : each.needs().split(", ")) {
                assertThat(WORDS.contains(need) || isCapability(need))
                        .as("%s needs '%s'", each.id(), need)
                        .isTrue();
            }
        }
    }

    /** A row that does not fit the pattern would be a promise that nobody notices. */
    @Test
    void everyRowOfThePageIsRead() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "contract.md"));
        long rows = page.lines()
                .filter(line -> line.matches("\\| [A-Z]+-[0-9]+ .*"))
                .count();
        assertThat(Promises.all()).hasSize((int) rows);
    }

    private static boolean isCapability(String word) {
        return Arrays.stream(Capability.values()).anyMatch(each -> each.name().equals(word));
    }

    private static Set<String> ids() {
        return Promises.all().stream().map(Promise::id).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> checked() {
        return tests().stream()
                .map(Promises::checkedBy)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Method> tests() {
        List<Method> tests = new ArrayList<>();
        for (Class<?> each : ReflectionSupport.findAllClassesInPackage(
                "org.signals4j.tck.contract", type -> true, name -> name.endsWith("Contract"))) {
            Stream.of(each.getDeclaredMethods())
                    .filter(method -> Stream.of(method.getAnnotations())
                            .anyMatch(annotation ->
                                    annotation.annotationType().getName().startsWith("org.junit.jupiter.")
                                            && annotation
                                                    .annotationType()
                                                    .getSimpleName()
                                                    .endsWith("Test")))
                    .forEach(tests::add);
        }
        return tests;
    }
}
