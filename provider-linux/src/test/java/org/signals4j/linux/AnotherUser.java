/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How to run a child as a user of its own, which only root can: the kernel counts what is pending by user, so a flood
 * of signals would fill the queue of every other process too. The child may read what root may.
 */
final class AnotherUser {

    private static final Path TOOL = Path.of("/usr/bin/setpriv");
    private static final String READ_ALL = "-all,+dac_read_search";

    private AnotherUser() {}

    static boolean isPossible() {
        return System.getProperty("user.name").equals("root") && Files.isExecutable(TOOL);
    }

    /** What to put before the command; nothing if it is not possible. */
    static String[] prefix() {
        if (!isPossible()) {
            return new String[0];
        }
        return new String[] {
            TOOL.toString(),
            "--reuid=54321",
            "--clear-groups",
            "--bounding-set=" + READ_ALL,
            "--inh-caps=" + READ_ALL,
            "--ambient-caps=" + READ_ALL.substring("-all,".length())
        };
    }
}
