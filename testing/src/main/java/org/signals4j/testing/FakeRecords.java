/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.testing;

import java.util.ArrayList;
import java.util.List;
import org.signals4j.Signal;

/** What has happened on the platform, or would have. Guarded by the backend. */
final class FakeRecords {

    final List<AppliedDefault> defaults = new ArrayList<>();
    final List<Signal> ignored = new ArrayList<>();
    final List<Signal> foreign = new ArrayList<>();
    final List<SentSignal> sent = new ArrayList<>();

    void clear() {
        defaults.clear();
        ignored.clear();
        foreign.clear();
        sent.clear();
    }
}
