/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.select;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.signals4j.NoProviderException;
import org.signals4j.ProviderCandidate;
import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/** Selection over real service loaders, whose META-INF/services files the tests write. */
class ProviderSelectorTest {

    @TempDir
    private Path folder;

    private ProviderSelector select(String wanted, String... types) throws IOException {
        return ProviderSelector.of(List.of(loader(types)), wanted);
    }

    private ServiceLoader<SignalProvider> loader(String... types) throws IOException {
        Path services = Files.createDirectories(
                Files.createTempDirectory(folder, "path").resolve("META-INF/services"));
        Files.write(services.resolve(SignalProvider.class.getName()), Arrays.asList(types));
        return ServiceLoader.load(
                SignalProvider.class, new OtherPath(services.getParent().getParent()));
    }

    /** A class path of its own for the providers: those of a named module are found by its descriptor alone. */
    private static final class OtherPath extends URLClassLoader {

        OtherPath(Path root) throws IOException {
            super(new URL[] {root.toUri().toURL()}, ProviderSelectorTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(ProviderSelectorTest.class.getName() + "$")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            String file = name.substring(name.lastIndexOf('.') + 1) + ".class";
            try (InputStream in = ProviderSelectorTest.class.getResourceAsStream(file)) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    @Test
    void theAvailableOneOfTheHighestPriorityIsChosen() throws IOException {
        ProviderSelector selector =
                select(null, Low.class.getName(), High.class.getName(), Unavailable.class.getName());
        assertThat(selector.provider().name()).isEqualTo("high");
        assertThat(selector.candidates())
                .extracting(ProviderCandidate::name)
                .containsExactly("unavailable", "high", "low");
        assertThat(selector.candidates()).filteredOn(ProviderCandidate::chosen).hasSize(1);
        assertThat(reasons(selector))
                .contains("needs another planet")
                .contains("works; not chosen because 'high' comes first");
    }

    @Test
    void aBrokenOneHarmsNobody() throws IOException {
        ProviderSelector selector = select(
                null,
                "org.example.NotThere",
                NotAProvider.class.getName(),
                FailsInConstructor.class.getName(),
                FailsInInitializer.class.getName(),
                FailsToAnswer.class.getName(),
                Low.class.getName());
        assertThat(selector.provider().name()).isEqualTo("low");
        assertThat(selector.candidates()).hasSize(6);
        assertThat(reasons(selector))
                .contains("NotThere")
                .contains("NotAProvider")
                .contains("constructor, on purpose")
                .contains("initializer, on purpose")
                .contains("answer, on purpose");
    }

    @Test
    void oneWithoutANameHarmsNobody() throws IOException {
        ProviderSelector selector = select(null, Nameless.class.getName(), Low.class.getName());
        assertThat(selector.provider().name()).isEqualTo("low");
        assertThat(selector.candidates())
                .anyMatch(each -> each.name().equals(Nameless.class.getName())
                        && each.reason().contains("has no name"));
    }

    @Test
    void aNameOverridesThePriority() throws IOException {
        ProviderSelector selector = select("low", Low.class.getName(), High.class.getName());
        assertThat(selector.provider().name()).isEqualTo("low");
        assertThat(reasons(selector)).contains("'low' is asked for");
        assertThat(select("  ", Low.class.getName(), High.class.getName())
                        .provider()
                        .name())
                .isEqualTo("high");
    }

    @Test
    void aNameThatCannotBeUsedIsNotReplacedByAnother() throws IOException {
        assertThatThrownBy(() -> select("unavailable", Low.class.getName(), Unavailable.class.getName())
                        .provider())
                .isInstanceOf(NoProviderException.class)
                .hasMessageContaining("'unavailable'")
                .hasMessageContaining("needs another planet");
        assertThatThrownBy(() -> select("nobody", Low.class.getName()).provider())
                .isInstanceOf(NoProviderException.class)
                .hasMessageContaining("no provider 'nobody'")
                .hasMessageContaining("there is 'low'");
        assertThat(select("nobody", Low.class.getName()).candidates())
                .singleElement()
                .matches(candidate -> !candidate.chosen());
    }

    @Test
    void withoutAnyTheExceptionHasEveryReason() throws IOException {
        assertThatThrownBy(() -> select(null, Unavailable.class.getName(), FailsInConstructor.class.getName())
                        .provider())
                .isInstanceOf(NoProviderException.class)
                .hasMessageContaining("needs another planet")
                .satisfies(none -> assertThat(none.getSuppressed()).hasSize(2));
        assertThatThrownBy(() -> select(null).provider())
                .isInstanceOf(NoProviderException.class)
                .hasMessageContaining("signals4j-provider-linux");
    }

    @Test
    void amongEqualsTheNameDecides() throws IOException {
        assertThat(select(null, Low.class.getName(), AlsoLow.class.getName())
                        .provider()
                        .name())
                .isEqualTo("also-low");
    }

    @Test
    void aProviderThatTwoLoadersSeeIsOneCandidate() throws IOException {
        ProviderSelector selector =
                ProviderSelector.of(List.of(loader(Low.class.getName()), loader(Low.class.getName())), null);
        assertThat(selector.candidates()).hasSize(1);
        assertThat(ProviderSelector.of(
                                List.of(loader(Low.class.getName()), loader(Low.class.getName(), High.class.getName())),
                                null)
                        .candidates())
                .as("what comes after one that was seen")
                .hasSize(2);
    }

    private static String reasons(ProviderSelector selector) {
        return selector.candidates().stream().map(ProviderCandidate::toString).collect(Collectors.joining("\n"));
    }

    /** A provider that is only ever asked about itself. */
    public abstract static class Fake implements SignalProvider {

        private final String name;
        private final int priority;

        protected Fake(String name, int priority) {
            this.name = name;
            this.priority = priority;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public int priority() {
            return priority;
        }

        @Override
        public Availability availability() {
            return Availability.available("works");
        }

        @Override
        public SignalBackend open() {
            throw new AssertionError("selection opens nothing");
        }
    }

    public static final class Low extends Fake {
        public Low() {
            super("low", 0);
        }
    }

    public static final class Nameless extends Fake {
        public Nameless() {
            super(null, 100);
        }
    }

    public static final class AlsoLow extends Fake {
        public AlsoLow() {
            super("also-low", 0);
        }
    }

    public static final class High extends Fake {
        public High() {
            super("high", 10);
        }
    }

    public static final class Unavailable extends Fake {
        public Unavailable() {
            super("unavailable", 20);
        }

        @Override
        public Availability availability() {
            return Availability.unavailable("needs another planet");
        }
    }

    public static final class FailsToAnswer extends Fake {
        public FailsToAnswer() {
            super("fails", 30);
        }

        @Override
        public Availability availability() {
            throw new UnsatisfiedLinkError("answer, on purpose");
        }
    }

    public static final class FailsInConstructor extends Fake {
        public FailsInConstructor() {
            super("never", 30);
            throw new IllegalStateException("constructor, on purpose");
        }
    }

    public static final class FailsInInitializer extends Fake {
        private static final int NUMBER = fail();

        public FailsInInitializer() {
            super("never", NUMBER);
        }

        private static int fail() {
            throw new IllegalStateException("initializer, on purpose");
        }
    }

    public static final class NotAProvider {}
}
