/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ResolvedModule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A provider that this build makes. What there is the root's list of modules says, so that one that is built and is not
 * on our module path fails the tests instead of being left out.
 *
 * @param name by which users choose it; also the last part of its folder, artifact and module
 */
record Provider(String name) {

    private static final Pattern MODULE = Pattern.compile("<module>provider-(\\w+)</module>");

    /** Shared by providers, and none itself. */
    private static final String POSIX = "posix";

    private static final String FALLBACK = "sunmisc";

    /** All that the build makes. */
    static List<Provider> built() {
        try {
            return MODULE.matcher(Files.readString(Build.root().resolve("pom.xml")))
                    .results()
                    .map((MatchResult match) -> match.group(1))
                    .filter(name -> !name.equals(POSIX))
                    .map(Provider::new)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Those that have to work here, the native one first. */
    static List<Provider> here() {
        return built().stream()
                .filter(Provider::isForThisSystem)
                .sorted((a, b) -> Boolean.compare(a.isFallback(), b.isFallback()))
                .toList();
    }

    /** The one that has to be chosen here when all are on the path. */
    static Provider best() {
        return here().get(0);
    }

    static Provider fallback() {
        return new Provider(FALLBACK);
    }

    boolean isFallback() {
        return name.equals(FALLBACK);
    }

    private boolean isForThisSystem() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).replace("mac os x", "macos");
        return isFallback() || system.startsWith(name);
    }

    String module() {
        return "org.signals4j." + name;
    }

    /** Its jar and all that it needs, without the JDK, as they are on our module path. */
    Set<Path> jars() {
        Set<Path> jars = new LinkedHashSet<>();
        collect(Build.module(module()), jars);
        return jars;
    }

    private static void collect(ResolvedModule module, Set<Path> jars) {
        boolean isOfJdk =
                module.reference().location().orElseThrow().getScheme().equals("jrt");
        if (!isOfJdk && jars.add(Build.location(module))) {
            module.reads().forEach(each -> collect(each, jars));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
