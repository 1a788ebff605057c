/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import java.lang.module.ResolvedModule;
import java.nio.file.Path;

/** What the build has made, and with what. */
final class Build {

    private Build() {}

    /** The folder of the whole project. */
    static Path root() {
        return Path.of(System.getProperty("signals4j.root"));
    }

    /** The program that users run. */
    static Path cli() {
        return root().resolve("cli/target/signals4j.jar");
    }

    /** A module on our module path. */
    static ResolvedModule module(String name) {
        return ModuleLayer.boot()
                .configuration()
                .findModule(name)
                .orElseThrow(() -> new AssertionError(name + " is not on the module path of these tests"));
    }

    /** The jar or folder of a module on our module path. */
    static Path location(ResolvedModule module) {
        return Path.of(module.reference().location().orElseThrow());
    }

    /** A tool of the JDK that runs these tests, for example {@code java}. */
    static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
