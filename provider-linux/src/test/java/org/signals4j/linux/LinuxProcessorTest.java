/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.signals4j.posix.PageCode;

class LinuxProcessorTest {

    private static final Path ASSEMBLE =
            Path.of("..", "provider-posix", "src", "main", "asm", "assemble.sh").toAbsolutePath();

    /** Runs where there is an assembler for the processor. */
    @ParameterizedTest
    @EnumSource(LinuxProcessor.class)
    void carriesWhatTheAssemblerMakesOfTheSource(LinuxProcessor processor) throws Exception {
        Process assembler = new ProcessBuilder("sh", ASSEMBLE.toString(), processor.sourceName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> printed = assembler.inputReader().lines().toList();
        assumeTrue(assembler.waitFor() == 0, "no assembler for " + processor);

        PageCode page = processor.page();
        assertThat(printed)
                .contains(
                        "standard 0x" + Integer.toHexString(page.standard()),
                        "realtime 0x" + Integer.toHexString(page.realtime()),
                        "suspend 0x" + Integer.toHexString(page.suspend()),
                        "literal_data 0x" + Integer.toHexString(page.data()),
                        "literal_previous 0x" + Integer.toHexString(page.previous()),
                        "literal_fd 0x" + Integer.toHexString(page.fd()),
                        "literal_pid 0x" + Integer.toHexString(page.pid()));
        assertThat(printed).containsSequence(page.hex().strip().split("\n"));
    }

    @Test
    void isFoundByWhatJavaCallsIt() {
        assertThat(LinuxProcessor.of("amd64")).contains(LinuxProcessor.X86_64);
        assertThat(LinuxProcessor.of("aarch64")).contains(LinuxProcessor.AARCH64);
        assertThat(LinuxProcessor.of("riscv64")).isEmpty();
    }
}
