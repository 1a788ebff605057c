/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.signals4j.spi.SignalProvider;

class LinuxSignalProviderTest {

    @Test
    void theServicesFileAndTheModuleAgree() throws Exception {
        Path classes = Path.of(LinuxSignalProvider.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        String services = "META-INF/services/" + SignalProvider.class.getName();
        assertThat(Files.readAllLines(classes.resolve(services))).containsExactly(LinuxSignalProvider.class.getName());
        assertThat(ModuleFinder.of(classes)
                        .find("org.signals4j.linux")
                        .orElseThrow()
                        .descriptor()
                        .provides())
                .singleElement()
                .satisfies(provides -> {
                    assertThat(provides.service()).isEqualTo(SignalProvider.class.getName());
                    assertThat(provides.providers()).containsExactly(LinuxSignalProvider.class.getName());
                });
    }

    @Test
    void saysWhatItIs() {
        LinuxSignalProvider provider = new LinuxSignalProvider();
        assertThat(provider.name()).isEqualTo("linux");
        assertThat(provider.priority()).isEqualTo(10);
        assertThat(provider.availability().isAvailable()).isTrue();
        assertThat(provider.availability().reason()).contains("Linux", System.getProperty("os.arch"));
    }

    @ParameterizedTest
    @CsvSource({
        "os.name=Plan9, 'this is Plan9, not Linux'",
        "os.arch=riscv64, riscv64",
        "java.vm.name=Eclipse OpenJ9 VM, signals4j.force.vm"
    })
    void saysWhyNot(String property, String reason) {
        try (ChildJvm child = ChildJvm.of("describe").arguments(property).start()) {
            child.awaitLine("available false");
            assertThat(child.awaitLine("reason")).contains(reason);
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void anotherVmCanBeForced() {
        try (ChildJvm child = ChildJvm.of("describe")
                .arguments("java.vm.name=Eclipse OpenJ9 VM", "signals4j.force.vm=true")
                .start()) {
            child.awaitLine("available true");
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void saysHowToAllowNativeAccess() {
        assumeTrue(Runtime.version().feature() >= 24, "older JVMs deny nothing");
        try (ChildJvm child = ChildJvm.of("describe")
                .without("--enable-native-access=ALL-UNNAMED")
                .jvm("--illegal-native-access=deny")
                .start()) {
            child.awaitLine("available false");
            assertThat(child.awaitLine("reason")).contains("--enable-native-access=com.sun.jna");
            assertThat(child.exitCode()).isZero();
        }
    }

    @Test
    void startsNoProcessAndShowsJnaTheSamePath() {
        String jnas;
        try (ChildJvm bare = ChildJvm.of("bare-jna").start()) {
            jnas = bare.awaitLine("path");
            assertThat(bare.exitCode()).isZero();
        }
        try (ChildJvm child = ChildJvm.of("start").start()) {
            assertThat(child.awaitLine("path")).isEqualTo(jnas);
            assertThat(child.awaitLine("processes"))
                    .isEqualTo(System.getProperty("os.arch").equals("amd64") ? "processes false" : "processes true");
            assertThat(child.exitCode()).isZero();
        }
    }
}
