/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import org.signals4j.tck.TckResult;
import org.signals4j.tck.TckRun;
import org.signals4j.tck.TckSettings;

/** Runs the whole TCK in a JVM of its own: the provider's class, the directory of the report, and pairs of settings. */
final class TckMain {

    private TckMain() {}

    public static void main(String[] arguments) {
        TckRun run = new TckRun(arguments[0]).set(TckSettings.REPORT, arguments[1]);
        for (int i = 2; i < arguments.length; i += 2) {
            run.set(arguments[i], arguments[i + 1]);
        }
        TckResult result = run.run(System.out);
        // Threads of a broken dispatcher, and tests that were given up, must not keep the JVM.
        System.exit(result.tests() > 0 ? 0 : 1);
    }
}
