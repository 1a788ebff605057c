/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages agree with the code and with each other. */
class PagesTest {

    private static final Path EXAMPLE_PROVIDER = Documents.ROOT.resolve("docs/example-provider");
    private static final Pattern JAVA_BLOCK = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
    private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\((?!https?:)([^)#]*)(?:#([^)]*))?\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ +(.+)$");
    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern MESSAGE = Pattern.compile("(?m)^> `([^`]+)`$");

    static List<Path> pages() {
        return Documents.pages();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void javaBlocksAreCompiledExamples(Path page) {
        String examples = withoutIndentation(Documents.java(examplesOf(page)));
        assertThat(groups(JAVA_BLOCK, Documents.read(page)))
                .allMatch(block -> examples.contains(withoutIndentation(block)), "occurs in an example");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void relativeLinksLeadSomewhere(Path page) {
        assertThat(LINK.matcher(Documents.read(page)).results()).allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(groups(HEADING, Documents.read(target)))
                        .extracting(PagesTest::anchor)
                        .contains(link.group(2));
            }
        });
    }

    @Test
    void theExampleProviderUsesTheVersionOfTheBuild() {
        String version = groups(VERSION, Documents.read(Documents.ROOT.resolve("pom.xml")))
                .get(0);
        assertThat(Documents.read(EXAMPLE_PROVIDER.resolve("pom.xml")))
                .contains("<signals4j.version>" + version + "</signals4j.version>");
    }

    @Test
    void theReadmeHasAnExample() {
        assertThat(groups(JAVA_BLOCK, readme())).isNotEmpty();
    }

    @Test
    void theReadmeNamesTheVersionOfTheBuild() {
        String version = groups(VERSION, Documents.read(Documents.ROOT.resolve("pom.xml")))
                .get(0);
        assertThat(groups(VERSION, readme())).isNotEmpty().containsOnly(version);
    }

    @Test
    void theArchitectureNamesEveryModule() {
        String architecture = Documents.read(Documents.ROOT.resolve("docs/architecture.md"));
        assertThat(groups(MODULE, Documents.read(Documents.ROOT.resolve("pom.xml"))))
                .isNotEmpty()
                .allSatisfy(module -> assertThat(architecture).contains("`" + module + "`"));
    }

    @Test
    void theIndexNamesEveryDecision() {
        Path index = Documents.ROOT.resolve("docs/adr/README.md");
        String text = Documents.read(index);
        assertThat(Documents.pages())
                .filteredOn(page -> page.startsWith(index.getParent()) && !page.equals(index))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(text).contains("(" + page.getFileName() + ")"));
    }

    /** A line {@code > `text`} quotes a message; three dots stand for what varies. */
    @Test
    void theMessagesInTroubleshootingAreOurs() {
        String literals = literals();
        List<String> messages =
                groups(MESSAGE, Documents.read(Documents.ROOT.resolve("docs/guide/troubleshooting.md")));
        assertThat(messages).isNotEmpty();
        assertThat(messages.stream().flatMap(message -> Stream.of(message.split("\\.\\.\\."))))
                .allMatch(part -> literals.contains(part.strip()), "occurs in the code");
    }

    /** The string literals of all modules, those that are continued on the next line in one piece. */
    private static String literals() {
        String code = Documents.mainCode().replaceAll("\"\\s*\\+\\s*\"", "");
        return String.join("\n", groups(LITERAL, code));
    }

    /** The page of the example of a provider quotes that, the others quote what this module compiles. */
    private static Path examplesOf(Path page) {
        return page.startsWith(EXAMPLE_PROVIDER)
                ? EXAMPLE_PROVIDER.resolve("src")
                : Documents.ROOT.resolve("docs/src/test/java/example");
    }

    private static String readme() {
        return Documents.read(Documents.ROOT.resolve("README.md"));
    }

    private static List<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String withoutIndentation(String text) {
        return text.replaceAll("(?m)^[ \\t]+|[ \\t]+$", "");
    }

    /** What forges make of a heading. */
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }
}
