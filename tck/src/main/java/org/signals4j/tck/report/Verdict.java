/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.util.List;

/**
 * What became of a promise.
 *
 * @param promise which
 * @param state failed if one of its tests has; not applicable if none could run
 * @param outcomes its tests
 */
record Verdict(Promise promise, State state, List<Outcome> outcomes) {

    static Verdict of(Promise promise, List<Outcome> all) {
        List<Outcome> own = all.stream()
                .filter(each -> each.promises().contains(promise.id()))
                .toList();
        State state =
                has(own, State.FAILED) ? State.FAILED : has(own, State.PASSED) ? State.PASSED : State.NOT_APPLICABLE;
        return new Verdict(promise, state, own);
    }

    private static boolean has(List<Outcome> outcomes, State state) {
        return outcomes.stream().anyMatch(each -> each.state() == state);
    }
}
