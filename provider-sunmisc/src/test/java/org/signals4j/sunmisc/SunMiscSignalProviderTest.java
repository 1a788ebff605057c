/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.sunmisc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.signals4j.Capability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

class SunMiscSignalProviderTest {

    private final SignalProvider provider = new SunMiscSignalProvider();

    @Test
    void servicesFileAndModuleDescriptorAgree() throws Exception {
        Path classes = Path.of(SunMiscSignalProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String services = Files.readString(classes.resolve("META-INF/services/" + SignalProvider.class.getName()));
        ModuleDescriptor descriptor;
        try (InputStream file = Files.newInputStream(classes.resolve("module-info.class"))) {
            descriptor = ModuleDescriptor.read(file);
        }
        assertThat(descriptor.provides()).singleElement().satisfies(provides -> {
            assertThat(provides.service()).isEqualTo(SignalProvider.class.getName());
            assertThat(provides.providers()).containsExactly(SunMiscSignalProvider.class.getName());
        });
        assertThat(services.strip()).isEqualTo(SunMiscSignalProvider.class.getName());
    }

    @Test
    void isTheFallback() {
        assertThat(provider.name()).isEqualTo("sunmisc");
        assertThat(provider.priority()).isZero();
    }

    @Test
    void isAvailableInThisJvm() {
        assertThat(provider.availability().isAvailable()).isTrue();
        assertThat(provider.availability().reason()).contains(System.getProperty("java.vm.name"));
    }

    @Test
    void canRaiseAndNothingElse() {
        try (SignalBackend backend = provider.open()) {
            assertThat(backend.capabilities()).containsExactly(Capability.RAISE);
        }
    }
}
