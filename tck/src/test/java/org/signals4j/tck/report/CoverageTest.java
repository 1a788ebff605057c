/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.ReflectionSupport;
import org.signals4j.Capability;
import org.signals4j.tck.support.Needs;
import org.signals4j.tck.support.NeedsAbsent;
import org.signals4j.tck.support.NeedsForeign;
import org.signals4j.tck.support.NeedsProcess;
import org.signals4j.tck.support.NeedsRealKernel;
import org.signals4j.tck.support.NeedsSender;

/** The contract and the tests are one. */
class CoverageTest {

    private static final Set<String> WORDS = Set.of("-", "process", "sender", "foreign", "unemulated");

    private static final Pattern ADDS = Pattern.compile("^\\| `([A-Z_]+)` \\| ([A-Z].*) \\|$", Pattern.MULTILINE);

    private static final Map<Class<? extends Annotation>, String> WORD_OF = Map.of(
            NeedsProcess.class, "process",
            NeedsSender.class, "sender",
            NeedsForeign.class, "foreign",
            NeedsRealKernel.class, "unemulated");

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
                assertThat(WORDS.contains(need) || isCapability(need.startsWith("no ") ? need.substring(3) : need))
                        .as("%s needs '%s'", each.id(), need)
                        .isTrue();
            }
        }
    }

    /** A row that does not fit the pattern would be a promise that nobody notices. */
    @Test
    void everyRowOfThePageIsRead() throws IOException {
        long rows = page().lines()
                .filter(line -> line.matches("\\| [A-Z]+-[0-9]+ .*"))
                .count();
        assertThat(Promises.all()).hasSize((int) rows);
    }

    /** What a promise is said to need, its tests need: all of that, and one of them no more. */
    @Test
    void promisesNeedWhatTheirTestsNeed() {
        for (Promise promise : Promises.all()) {
            Set<String> stated = needs(promise);
            List<Set<String>> needed = tests().stream()
                    .filter(test -> Promises.checkedBy(test).contains(promise.id()))
                    .map(CoverageTest::needs)
                    .toList();
            assertThat(needed)
                    .as("tests of %s", promise.id())
                    .allSatisfy(each -> assertThat(each).containsAll(stated));
            assertThat(needed).as("tests of %s", promise.id()).contains(stated);
        }
    }

    @Test
    void whatACapabilityAddsNeedsIt() throws IOException {
        Set<String> capabilities = new TreeSet<>();
        Map<String, Promise> promises =
                Promises.all().stream().collect(Collectors.toMap(Promise::id, promise -> promise));
        for (MatchResult row : ADDS.matcher(page()).results().toList()) {
            capabilities.add(row.group(1));
            Set<String> listed = new TreeSet<>();
            for (String added : row.group(2).split(", ")) {
                String[] range = added.split(" to ");
                String section = range[0].substring(0, range[0].indexOf('-') + 1);
                int last = number(range[range.length - 1]);
                for (int i = number(range[0]); i <= last; i++) {
                    assertThat(needs(promises.get(section + i))).as(section + i).contains(row.group(1));
                    listed.add(section + i);
                }
            }
            if (!row.group(1).equals(Capability.RAISE.name())) { // the page says that its row is not complete
                assertThat(listed)
                        .as(row.group(1))
                        .containsAll(promises.values().stream()
                                .filter(each -> each.needs().matches("(.*, )?" + row.group(1) + "(,.*)?"))
                                .map(Promise::id)
                                .toList());
            }
        }
        assertThat(capabilities)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(Capability.values()).map(Enum::name).toList());
    }

    private static int number(String id) {
        return Integer.parseInt(id.substring(id.indexOf('-') + 1));
    }

    private static Set<String> needs(Promise promise) {
        Set<String> needs = new TreeSet<>(Arrays.asList(promise.needs().split(", ")));
        needs.remove("-");
        return closed(needs);
    }

    private static Set<String> needs(Method test) {
        Set<String> needs = new TreeSet<>();
        for (AnnotatedElement element : List.of(test, test.getDeclaringClass())) {
            AnnotationSupport.findAnnotation(element, Needs.class)
                    .ifPresent(found -> Stream.of(found.value()).forEach(each -> needs.add(each.name())));
            AnnotationSupport.findAnnotation(element, NeedsAbsent.class)
                    .ifPresent(found -> Stream.of(found.value()).forEach(each -> needs.add("no " + each)));
            WORD_OF.forEach((type, word) -> {
                if (AnnotationSupport.isAnnotated(element, type)) {
                    needs.add(word);
                }
            });
        }
        return closed(needs);
    }

    /** Who can be sent to is a process. */
    private static Set<String> closed(Set<String> needs) {
        if (needs.contains("sender")) {
            needs.add("process");
        }
        return needs;
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "contract.md"));
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
