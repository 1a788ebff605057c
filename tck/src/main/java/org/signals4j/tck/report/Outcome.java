/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.time.Duration;
import java.util.List;

/**
 * How one test ended.
 *
 * @param test class and method
 * @param promises what it checks
 * @param state how it ended
 * @param detail what was expected and seen, or why it was not applicable; else empty
 * @param duration how long it took
 */
record Outcome(String test, List<String> promises, State state, String detail, Duration duration) {}
