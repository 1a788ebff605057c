/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A JSON object, flattened: the values by their paths, and the names of the fields of each object.
 *
 * @param values for example {@code /signals/0/name}; null values are the text {@code null}
 */
record JsonText(Map<String, String> values) {

    static JsonText of(String text) {
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isScalarValue()) {
                    values.put(parser.getParsingContext().pathAsPointer().toString(), parser.getText());
                }
            }
        } catch (IOException invalid) {
            throw new UncheckedIOException(text, invalid);
        }
        return new JsonText(values);
    }

    String value(String path) {
        return values.get(path);
    }

    /** The names of the fields of all objects in an array, or of the object itself for an empty name. */
    Set<String> fields(String array) {
        Set<String> fields = new TreeSet<>();
        for (String path : values.keySet()) {
            String[] parts = path.split("/");
            if (array.isEmpty()) {
                fields.add(parts[1]);
            } else if (parts[1].equals(array)) {
                fields.add(parts[3]);
            }
        }
        return fields;
    }
}
