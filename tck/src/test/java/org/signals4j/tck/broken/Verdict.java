/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;

/**
 * What a run of the TCK has found.
 *
 * @param passed the promises that were kept
 * @param failed the promises that were broken, with what the report says of their tests
 */
record Verdict(Set<String> passed, Map<String, String> failed) {

    private static final Pattern PROMISE = Pattern.compile("([A-Z]+-[0-9]+) +(passed|failed|not applicable) .*");

    /** Reads a report in text: a line for each promise, with indented lines about its tests. */
    static Verdict read(List<String> report) {
        Verdict verdict = new Verdict(new TreeSet<>(), new TreeMap<>());
        String broken = null;
        for (String line : report) {
            Matcher promise = PROMISE.matcher(line);
            if (promise.matches()) {
                broken = promise.group(2).equals("failed") ? promise.group(1) : null;
                if (promise.group(2).equals("passed")) {
                    verdict.passed.add(promise.group(1));
                }
            }
            if (broken != null) {
                verdict.failed.merge(broken, line, (all, more) -> all + "\n" + more);
            }
        }
        return verdict;
    }

    /** Asserts that the promise was found to be broken, with all that always breaks with it, and what may. */
    void mustBlame(Enum<?> broken, String promise, Set<String> consequences, Set<String> possible) {
        Set<String> missing = new TreeSet<>(consequences);
        missing.removeAll(failed.keySet());
        Map<String, String> unexpected = new TreeMap<>(failed);
        unexpected.remove(promise);
        unexpected.keySet().removeAll(consequences);
        unexpected.keySet().removeAll(possible);
        if (!failed.containsKey(promise)) {
            Assertions.fail(
                    broken + " survives: no test of " + promise + " has failed, only those of " + failed.keySet());
        }
        if (!missing.isEmpty()) {
            Assertions.fail(broken + " has fewer consequences than are declared: " + missing
                    + " did not fail; they do not depend on it, or not always");
        }
        if (!unexpected.isEmpty()) {
            Assertions.fail(broken + " has more consequences than are declared: " + unexpected.keySet() + "\n"
                    + String.join("\n", unexpected.values()));
        }
    }
}
