/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where the things are that this test runs with. */
final class ClassPath {

    private ClassPath() {}

    /** The folder of the whole project. */
    static Path root() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().getParent();
    }

    /** The folder of what this test makes. */
    static Path target() {
        return Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("target/broken");
    }

    /** What this JVM has on its module path and on its class path. */
    static String ofThisTest() {
        Set<String> all = new LinkedHashSet<>();
        for (String property : new String[] {"surefire.test.class.path", "jdk.module.path", "java.class.path"}) {
            for (String entry : System.getProperty(property, "").split(File.pathSeparator)) {
                if (!entry.isEmpty()) {
                    all.add(entry);
                }
            }
        }
        return String.join(File.pathSeparator, all);
    }
}
