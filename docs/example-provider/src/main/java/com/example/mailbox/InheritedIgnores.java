/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.signals4j.Signal;
import org.signals4j.spi.SignalSpec;

/** Which signals this process was told to ignore when it was started, as by {@code nohup}: letters follow suit. */
final class InheritedIgnores {

    private static final String LABEL = "SigIgn:";

    private InheritedIgnores() {}

    /** Returns some of SIGHUP, SIGINT and SIGTERM; none where the system does not tell. */
    static Set<Signal> read() {
        long mask = mask(Path.of("/proc/self/status"));
        return MailSignals.ALL.stream()
                .filter(spec -> DefaultActions.ORDERLY.contains(spec.signal()))
                .filter(spec -> (mask >>> (spec.number() - 1) & 1) != 0)
                .map(SignalSpec::signal)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static long mask(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(LABEL))
                    .mapToLong(line -> Long.parseUnsignedLong(
                            line.substring(LABEL.length()).strip(), 16))
                    .findFirst()
                    .orElse(0);
        } catch (IOException notLinux) {
            return 0;
        }
    }
}
