/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.stream.Collectors;

/**
 * A change of a class of the dispatch. Indentation does not count.
 *
 * @param type the simple name of the class, which has a file of its own
 * @param original a text that occurs there exactly once
 * @param replacement what stands there instead
 */
record Edit(String type, String original, String replacement) {

    /** Returns the source with this change. */
    String apply(String source) {
        String text = withoutIndentation(source);
        String wanted = withoutIndentation(original);
        int first = text.indexOf(wanted);
        if (first < 0 || text.indexOf(wanted, first + 1) >= 0) {
            throw new AssertionError("This no longer fits " + type + ".java, where the text must occur exactly once;"
                    + " adapt BrokenDispatcher to the source as it is now:\n" + original);
        }
        return text.substring(0, first) + withoutIndentation(replacement) + text.substring(first + wanted.length());
    }

    private static String withoutIndentation(String text) {
        return text.lines().map(String::strip).collect(Collectors.joining("\n"));
    }
}
