/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.signals4j.tck.support.ReportFolder;

/** What is told while the tests run, and also written to a file, of which something is left should the JVM die. */
final class Progress {

    private final PrintStream output;
    private PrintStream file = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    Progress(PrintStream output) {
        this.output = output;
    }

    /** Begins a file in the directory of a report. That it cannot be written is found when the report is. */
    void openFile(Path folder) {
        closeFile();
        try {
            file = new PrintStream(
                    Files.newOutputStream(folder.resolve(ReportFolder.PROGRESS)), true, StandardCharsets.UTF_8);
        } catch (IOException problem) {
            output.println("there is no " + ReportFolder.PROGRESS + ": " + problem);
        }
    }

    void closeFile() {
        file.close();
    }

    /** Writes without the end of the line. */
    void begin(String text) {
        output.print(text);
        output.flush();
        file.print(text);
        file.flush();
    }

    void line(String text) {
        begin(text + System.lineSeparator());
    }
}
