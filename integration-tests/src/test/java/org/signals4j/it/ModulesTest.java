/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleReference;
import java.lang.module.ResolvedModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.signals4j.spi.SignalProvider;

/** The packaged modules are what their descriptors promise, and the descriptors are what the design promises. */
class ModulesTest {

    private static final String API = "org.signals4j";

    static List<Provider> builtProviders() {
        return Provider.built();
    }

    static Stream<ModuleReference> ours() {
        return ModuleLayer.boot().configuration().modules().stream()
                .map(ResolvedModule::reference)
                .filter(each -> each.descriptor().name().startsWith(API))
                .filter(each -> !each.descriptor()
                        .name()
                        .equals(ModulesTest.class.getModule().getName()));
    }

    @Test
    void theProvidersOfTheBuildAreNamedModulesHere() {
        assertThat(ServiceLoader.load(SignalProvider.class).stream()
                        .map(found -> found.type().getModule().getName()))
                .containsExactlyInAnyOrderElementsOf(
                        builtProviders().stream().map(Provider::module).toList());
    }

    @ParameterizedTest
    @MethodSource("ours")
    void arePackagedAndNotOpen(ModuleReference module) {
        assertThat(module.location().orElseThrow().getPath()).endsWith(".jar");
        assertThat(module.descriptor().isAutomatic()).isFalse();
        assertThat(module.descriptor().isOpen()).isFalse();
    }

    @Test
    void theApiRequiresJavaBaseAlone() {
        ModuleReference api = ours().filter(each -> each.descriptor().name().equals(API))
                .findFirst()
                .orElseThrow();
        assertThat(requires(api)).containsExactly("java.base");
        // The descriptor could be right and a class not.
        Child jdeps = Child.runWell(List.of(
                Build.tool("jdeps"),
                "--print-module-deps",
                Path.of(api.location().orElseThrow()).toString()));
        assertThat(jdeps.out()).as("%s", jdeps).containsExactly("java.base");
    }

    @Test
    void theApiExportsTheContractAndTheSpi() {
        ModuleReference api = ours().filter(each -> each.descriptor().name().equals(API))
                .findFirst()
                .orElseThrow();
        assertThat(api.descriptor().exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrder("org.signals4j", "org.signals4j.spi");
        assertThat(api.descriptor().uses()).containsExactly(SignalProvider.class.getName());
    }

    @Test
    void onlyNativeModulesRequireJna() {
        assertThat(ours().filter(each -> requires(each).contains("com.sun.jna"))
                        .map(each -> each.descriptor().name()))
                .isSubsetOf(
                        "org.signals4j.posix", "org.signals4j.linux", "org.signals4j.macos", "org.signals4j.windows");
    }

    @Test
    void onlySunmiscRequiresSunMisc() {
        assertThat(ours().filter(each -> requires(each).contains("jdk.unsupported"))
                        .map(each -> each.descriptor().name()))
                .containsExactly(Provider.fallback().module());
    }

    @ParameterizedTest
    @MethodSource("builtProviders")
    void providersExportNothing(Provider provider) {
        assertThat(module(provider).descriptor().exports()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("builtProviders")
    void providesAgreesWithTheServicesFile(Provider provider) throws IOException {
        ModuleReference module = module(provider);
        List<String> provided = module.descriptor().provides().stream()
                .filter(each -> each.service().equals(SignalProvider.class.getName()))
                .flatMap(each -> each.providers().stream())
                .toList();
        assertThat(provided).isNotEmpty();
        try (var reader = module.open();
                InputStream services = reader.open("META-INF/services/" + SignalProvider.class.getName())
                        .orElseThrow(() -> new AssertionError("no services file"))) {
            assertThat(new String(services.readAllBytes(), StandardCharsets.UTF_8).lines())
                    .filteredOn(line -> !line.isBlank() && !line.startsWith("#"))
                    .containsExactlyElementsOf(provided);
        }
    }

    private static ModuleReference module(Provider provider) {
        return Build.module(provider.module()).reference();
    }

    private static Set<String> requires(ModuleReference module) {
        Set<String> names = new TreeSet<>();
        module.descriptor().requires().forEach(each -> names.add(each.name()));
        return names;
    }
}
