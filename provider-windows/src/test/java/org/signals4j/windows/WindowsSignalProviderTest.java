/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "-Dos.arch=x86, it serves 64-bit processes alone",
        "-Dtest.vm.name=Eclipse OpenJ9 VM, -Dsignals4j.force.vm=true tries it all the same"
    })
    void saysWhyNot(String property, String reason) throws Exception {
        assertThat(describe("-Dos.name=Windows 11", "-Dos.arch=amd64", property))
                .startsWith("false ")
                .contains(reason);
    }

    /** Elsewhere that is as on a Windows where JNA is broken. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysThatJnaCannotBeUsed() throws Exception {
        assertThat(describe("-Dos.name=Windows 11", "-Dos.arch=amd64")).startsWith("false JNA cannot be used here: ");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anotherVmIsTriedOnDemand() throws Exception {
        assertThat(describe(
                        "-Dos.name=Windows 11",
                        "-Dos.arch=amd64",
                        "-Dtest.vm.name=Eclipse OpenJ9 VM",
                        "-Dsignals4j.force.vm=true"))
                .startsWith("false JNA cannot be used here: ");
    }

    /** Elsewhere JNA does not get as far as to be denied. */
    @Test
    @EnabledOnOs(OS.WINDOWS)
    @EnabledForJreRange(min = JRE.JAVA_25, disabledReason = "older JVMs deny nothing")
    void saysHowToAllowNativeAccess() throws Exception {
        assertThat(describe(ChildJvm.DENY)).startsWith("false ").contains("--enable-native-access=com.sun.jna");
    }

    private static String describe(String... properties) throws InterruptedException {
        try (ChildJvm child = ChildJvm.start("describe", properties)) {
            assertThat(child.exitCode()).as(child::output).isZero();
            return child.output();
        }
    }
}
