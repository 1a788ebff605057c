/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Knows the version from the manifest of the jar. Outside of a jar nobody knows it. */
final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("(no version: not started from its jar)");
        return new String[] {Main.NAME + " " + version};
    }
}
