/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Locale;

/** What the printers have in common. */
final class Output {

    // ASCII alone, so that the locale of the terminal cannot spoil it.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private Output() {}

    /** Fills an object. */
    @FunctionalInterface
    interface Fields {
        void write(JsonGenerator json) throws IOException;
    }

    /** Writes one JSON object on a line of its own. */
    static void jsonLine(PrintWriter out, Fields fields) {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException impossible) { // a PrintWriter keeps its failures to itself
            throw new UncheckedIOException(impossible);
        }
        out.println();
    }

    /** How a constant reads outside of Java, for example {@code child-exited}. */
    static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Says so if something could not be written.
     *
     * @return the exit code
     */
    static int finish(PrintWriter out, PrintWriter err) {
        if (!out.checkError()) {
            return ExitCodes.DONE;
        }
        err.println(Main.NAME + ": cannot write to the standard output");
        return ExitCodes.FAILED;
    }
}
