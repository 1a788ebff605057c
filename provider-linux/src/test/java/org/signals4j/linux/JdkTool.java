/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.nio.file.Files;
import java.nio.file.Path;

/** A tool of the JDK that runs this, or of another JDK on the path if this is a bare JRE. */
final class JdkTool {

    private JdkTool() {}

    static String path(String name) {
        Path own = Path.of(System.getProperty("java.home"), "bin", name);
        return Files.exists(own) ? own.toString() : name;
    }
}
