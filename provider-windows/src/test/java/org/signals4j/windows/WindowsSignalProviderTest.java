/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.signals4j.spi.SignalProvider;

class WindowsSignalProviderTest {

    @Test
    void theServicesFileAndTheModuleAgree() throws Exception {
        Path classes = Path.of(WindowsSignalProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String services = "META-INF/services/" + SignalProvider.class.getName();
        assertThat(Files.readAllLines(classes.resolve(services)))
                .containsExactly(WindowsSignalProvider.class.getName());
        assertThat(ModuleFinder.of(classes)
                        .find("org.signals4j.windows")
                        .orElseThrow()
                        .descriptor()
                        .provides())
                .singleElement()
                .satisfies(provides ->
                        assertThat(provides.providers()).containsExactly(WindowsSignalProvider.class.getName()));
    }

    @Test
    void saysWhatItIs() {
        WindowsSignalProvider provider = new WindowsSignalProvider();
        assertThat(provider.name()).isEqualTo("windows");
        assertThat(provider.priority()).isEqualTo(10);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void isUnavailableElsewhere() {
        WindowsSignalProvider provider = new WindowsSignalProvider();
        assertThat(provider.availability().isAvailable()).isFalse();
        assertThat(provider.availability().reason())
                .isEqualTo("this is " + System.getProperty("os.name") + ", not Windows");
        assertThatIllegalStateException().isThrownBy(provider::open).withMessageContaining("not Windows");
    }
}
