/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.signals4j.tck.support.Checks;

/** The promises, read from the page on which they stand. */
public final class Promises {

    private static final Pattern ROW =
            Pattern.compile("^\\| ([A-Z]+-[0-9]+) \\| (.*?) \\| (.*?) \\| (.*?) \\|$", Pattern.MULTILINE);

    private Promises() {}

    /** Returns all, in the order of the page. */
    public static List<Promise> all() {
        try (InputStream page = Promises.class.getResourceAsStream("contract.md")) {
            return parse(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Promise> parse(String page) {
        return ROW.matcher(page)
                .results()
                .map(row -> new Promise(row.group(1), row.group(2), row.group(3), row.group(4)))
                .toList();
    }

    /** Returns the promises that a test checks. */
    public static List<String> checkedBy(Method test) {
        Checks checks = test.getAnnotation(Checks.class);
        return checks == null ? List.of() : List.of(checks.value());
    }
}
