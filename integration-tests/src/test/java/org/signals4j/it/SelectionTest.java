/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signals4j.it.providers.ThrowingProvider;
import org.signals4j.it.providers.UnavailableProvider;

/** Good providers on one class path with three that cannot be loaded and one that is for another system. */
class SelectionTest {

    private static final String MAIN = "org.signals4j.cli.Main";

    /** Nothing but the beginning of a class file, with a version that no JVM reads yet. */
    private static final byte[] VERSION_99 = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 99};

    private static final String FUTURE = "org.example.FutureProvider";
    private static final String MISSING = "org.example.MissingProvider";

    @TempDir
    private static Path folder;

    private static List<Path> path;

    @BeforeAll
    static void makeJar() throws IOException {
        Path jar = folder.resolve("odd-providers.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(file)) {
            List<String> services =
                    List.of(FUTURE, MISSING, ThrowingProvider.class.getName(), UnavailableProvider.class.getName());
            add(
                    entries,
                    "META-INF/services/org.signals4j.spi.SignalProvider",
                    String.join("\n", services).getBytes(StandardCharsets.UTF_8));
            add(entries, FUTURE.replace('.', '/') + ".class", VERSION_99);
            add(entries, ThrowingProvider.class);
            add(entries, UnavailableProvider.class);
        }
        path = List.of(jar, Build.cli()); // ours is looked at last
    }

    private static void add(JarOutputStream entries, Class<?> type) throws IOException {
        String name = type.getName().replace('.', '/') + ".class";
        try (InputStream bytes = type.getResourceAsStream("/" + name)) {
            add(entries, name, bytes.readAllBytes());
        }
    }

    private static void add(JarOutputStream entries, String name, byte[] content) throws IOException {
        entries.putNextEntry(new JarEntry(name));
        entries.write(content);
        entries.closeEntry();
    }

    @Test
    void theBestThatWorksIsChosenAndSignalsArrive() {
        try (Child child = Launch.classPath(MAIN, path).start("watch", "--json", "--count", "1", "USR1")) {
            assertThat(Json.object(child.awaitLine(".*\"ready\".*")))
                    .containsEntry("provider", Provider.best().name());
            child.kill("USR1");
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void doctorHasEveryReason() {
        Child child = Launch.classPath(MAIN, path).run("doctor", "--json");
        assertThat(child.exitCode()).as("%s", child).isZero();
        Map<String, Object> diagnosis = Json.object(child.out().get(0));
        assertThat(diagnosis).containsEntry("provider", Provider.best().name());
        List<Map<String, Object>> candidates = Json.objects(diagnosis, "candidates");
        assertThat(candidates).hasSize(4 + Provider.built().size());
        assertCandidate(candidates, "plan9", "this is not Plan 9; leave this provider out");
        assertCandidate(candidates, ThrowingProvider.class.getName(), "the licence server does not answer");
        assertCandidate(candidates, "?", "UnsupportedClassVersionError", FUTURE.replace('.', '/'));
        assertCandidate(candidates, "?", MISSING, "not found");
        for (Provider provider : Provider.here()) {
            assertThat(candidates)
                    .anySatisfy(candidate -> assertThat(candidate)
                            .containsEntry("name", provider.name())
                            .containsEntry("available", true));
        }
    }

    private static void assertCandidate(List<Map<String, Object>> candidates, String name, String... reason) {
        assertThat(candidates).anySatisfy(candidate -> {
            assertThat(candidate).containsEntry("name", name).containsEntry("available", false);
            assertThat((String) candidate.get("reason")).contains(reason);
        });
    }

    @Test
    void doctorIsReadable() {
        Child child = Launch.classPath(MAIN, path).run("doctor");
        assertThat(child.out())
                .anyMatch(line -> line.contains("plan9") && line.contains("this is not Plan 9"))
                .anyMatch(line -> line.contains(ThrowingProvider.class.getName()) && line.contains("licence server"))
                .anyMatch(line -> line.contains(MISSING))
                .anyMatch(line -> line.contains("UnsupportedClassVersionError"));
    }

    @Test
    void oneThatIsAskedForAndDoesNotWorkIsNotReplacedByAnother() {
        Child child =
                Launch.classPath(MAIN, path).with("-Dsignals4j.provider=plan9").run("watch", "USR1");
        assertThat(child.exitCode()).isEqualTo(1);
        assertThat(child.err())
                .anyMatch(line -> line.contains("the provider 'plan9' that was asked for cannot be used")
                        && line.contains("this is not Plan 9"));
    }
}
