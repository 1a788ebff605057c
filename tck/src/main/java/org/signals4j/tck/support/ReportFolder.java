/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.signals4j.tck.TckSettings;

/** The directory of a report. It is made before the first test: who has no place for the report learns of it at once. */
public final class ReportFolder {

    /** What has run so far: should the JVM die, one sees where. */
    public static final String PROGRESS = "progress.txt";

    public static final String TEXT = "report.txt";
    public static final String JSON = "report.json";
    public static final String HTML = "report.html";

    private ReportFolder() {}

    /**
     * Makes it, without what an earlier run has left, which must not be taken for the report of this one.
     *
     * @throws IllegalArgumentException if nothing can be written there
     */
    static void prepare(String name) {
        try {
            Path folder = Files.createDirectories(Path.of(name));
            for (String each : new String[] {TEXT, JSON, HTML}) {
                Files.deleteIfExists(folder.resolve(each));
                Files.createFile(folder.resolve(each));
                Files.delete(folder.resolve(each));
            }
            Files.writeString(folder.resolve(PROGRESS), "");
        } catch (IOException | InvalidPathException problem) {
            throw new IllegalArgumentException(
                    "no report can be written to '" + name + "' (" + TckSettings.REPORT + "): " + problem, problem);
        }
    }
}
