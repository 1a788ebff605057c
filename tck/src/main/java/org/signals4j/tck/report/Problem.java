/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A failure that belongs to no promise, such as a provider that cannot be opened.
 *
 * @param detail what went wrong
 * @param places where: each of them has failed for this
 */
record Problem(String detail, List<String> places) {

    static List<Problem> of(List<Outcome> outcomes) {
        Map<String, List<String>> places = new LinkedHashMap<>();
        for (Outcome each : outcomes) {
            if (each.isProblem()) {
                places.computeIfAbsent(each.detail(), detail -> new ArrayList<>())
                        .add(each.test());
            }
        }
        return places.entrySet().stream()
                .map(entry -> new Problem(entry.getKey(), List.copyOf(entry.getValue())))
                .toList();
    }

    String where() {
        return String.join(", ", places);
    }
}
