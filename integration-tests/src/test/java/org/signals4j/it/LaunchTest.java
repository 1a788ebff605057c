/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.it.programs.Arrival;

/** A program that requires the api alone gets the right provider, a signal and its exit code, however it is launched. */
class LaunchTest {

    /** From here on the JVM asks about native access. */
    private static final int ASKS_ABOUT_NATIVE_ACCESS = 24;

    private enum Form {
        CLASS_PATH("null") {
            @Override
            Launch of(Collection<Path> jars) {
                return Launch.classPath(Arrival.class, jars);
            }
        },
        MODULE_PATH("org.signals4j") {
            @Override
            Launch of(Collection<Path> jars) {
                return Launch.modulePath(Arrival.class, jars);
            }
        };

        /** What the program says of the api's module. */
        private final String apiModule;

        Form(String apiModule) {
            this.apiModule = apiModule;
        }

        abstract Launch of(Collection<Path> jars);
    }

    static List<Provider> providers() {
        return Provider.here();
    }

    static Stream<Arguments> formsOfProviders() {
        return providers().stream()
                .flatMap(provider -> Stream.of(Form.values()).map(form -> Arguments.of(provider, form)));
    }

    @ParameterizedTest
    @MethodSource("formsOfProviders")
    void aProviderAlone(Provider provider, Form form) {
        try (Child child = form.of(provider.jars()).start()) {
            assertServes(child, provider, form.apiModule);
        }
    }

    @ParameterizedTest
    @MethodSource("formsOfProviders")
    void theProviderThatIsAskedFor(Provider provider, Form form) {
        try (Child child = form.of(allJars()).with(provider).start()) {
            assertServes(child, provider, form.apiModule);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theBestOfAllProviders(Form form) {
        try (Child child = form.of(allJars()).start()) {
            assertServes(child, Provider.best(), form.apiModule);
        }
    }

    static List<Form> forms() {
        return List.of(Form.values());
    }

    @ParameterizedTest
    @MethodSource("providers")
    void anImage(Provider provider, @TempDir Path folder) {
        Path image = folder.resolve("image");
        Child.runWell(List.of(
                Build.tool("jlink"),
                "--module-path",
                Launch.path(provider.jars(), Programs.folder()),
                "--add-modules",
                Programs.MODULE + "," + provider.module(),
                "--output",
                image.toString()));
        if (provider.isFallback()) {
            assertThat(Child.run(List.of(image.resolve("bin/java").toString(), "--list-modules"))
                            .out())
                    .as("modules of the image")
                    .extracting(line -> line.replaceAll("@.*", ""))
                    .containsExactlyInAnyOrder(
                            "java.base", "jdk.unsupported", "org.signals4j", Programs.MODULE, provider.module());
        }
        try (Child child = Launch.image(Arrival.class, image).start()) {
            assertServes(child, provider, "org.signals4j");
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theFallbackWhereNativeAccessIsDenied(Form form) {
        assumeTrue(Runtime.version().feature() >= ASKS_ABOUT_NATIVE_ACCESS, "this JDK does not ask");
        try (Child child =
                form.of(allJars()).with("--illegal-native-access=deny").start()) {
            assertServes(child, Provider.fallback(), form.apiModule);
            for (Provider provider : providers()) {
                assertThat(child.out())
                        .as("why %s is chosen or not", provider)
                        .anyMatch(line -> line.matches("candidate " + provider + ": .*"
                                + (provider.isFallback() ? "sun[.]misc[.]Signal" : "--enable-native-access") + ".*"));
            }
            assertThat(child.err()).as("nothing is tried that the JVM warns of").isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void theBestWhereNativeAccessIsGranted(Form form) {
        assumeTrue(Runtime.version().feature() >= ASKS_ABOUT_NATIVE_ACCESS, "this JDK does not ask");
        String module = form == Form.CLASS_PATH ? "ALL-UNNAMED" : "com.sun.jna";
        Launch launch = form.of(allJars()).with("--illegal-native-access=deny", "--enable-native-access=" + module);
        try (Child child = launch.start()) {
            assertServes(child, Provider.best(), form.apiModule);
        }
    }

    /** Its manifest grants it to itself. */
    @Test
    void theRunnableJarWhereNativeAccessIsDenied() {
        assumeTrue(Runtime.version().feature() >= ASKS_ABOUT_NATIVE_ACCESS, "this JDK does not ask");
        Child child = Launch.cli().with("--illegal-native-access=deny").run("doctor", "--json");
        assertThat(Json.object(child.out().get(0)))
                .containsEntry("provider", Provider.best().name());
    }

    /** Each provider that is not listed above for this system is unavailable here, and does no harm. */
    @Test
    void everyProviderOfTheBuildIsOnThePath() {
        try (Child child = Form.CLASS_PATH.of(allJars()).start()) {
            child.awaitLine("ready");
            for (Provider provider : Provider.built()) {
                assertThat(child.out()).anyMatch(line -> line.startsWith("candidate " + provider + ": "));
            }
        }
    }

    private static void assertServes(Child child, Provider provider, String apiModule) {
        child.awaitLine("ready");
        long sender = child.kill("USR1");
        assertThat(child.exitCode()).as("exit code of %s", child).isEqualTo(7);
        boolean knowsTheSender = child.out().contains("knows the sender: true");
        assertThat(knowsTheSender).as("%s knows the sender", provider).isNotEqualTo(provider.isFallback());
        assertThat(child.out())
                .contains("provider " + provider, "module " + apiModule)
                .endsWith(
                        "got SIGUSR1 from " + (knowsTheSender ? "OptionalLong[" + sender + "]" : "OptionalLong.empty"));
    }

    private static Set<Path> allJars() {
        Set<Path> jars = new LinkedHashSet<>();
        Provider.built().forEach(provider -> jars.addAll(provider.jars()));
        return jars;
    }
}
