/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What was measured, as a table and as JSON.
 *
 * @param benchmark its name
 * @param settings what it was run with
 * @param rows by column; all rows have the same columns
 */
record Report(String benchmark, Map<String, Integer> settings, List<Map<String, Object>> rows) {

    String table() {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.copyOf(rows.get(0).keySet()));
        for (Map<String, Object> row : rows) {
            lines.add(row.values().stream().map(Report::text).toList());
        }
        StringBuilder table = new StringBuilder();
        environment()
                .forEach((name, value) ->
                        table.append(name).append(": ").append(value).append('\n'));
        table.append(benchmark).append(' ').append(settings).append("\n\n");
        for (List<String> line : lines) {
            for (int column = 0; column < line.size(); column++) {
                int wanted = column;
                int width = lines.stream()
                        .mapToInt(each -> each.get(wanted).length())
                        .max()
                        .orElseThrow();
                boolean number = rows.get(0).get(lines.get(0).get(column)) instanceof Number;
                table.append(String.format("%" + (number ? "" : "-") + width + "s  ", line.get(column)));
            }
            table.setLength(table.toString().stripTrailing().length());
            table.append('\n');
        }
        return table.toString();
    }

    private static String text(Object value) {
        return value == null ? "-" : value.toString();
    }

    void writeJson(Path file) throws IOException {
        try (JsonGenerator json = new JsonFactory().createGenerator(file.toFile(), JsonEncoding.UTF8)) {
            json.useDefaultPrettyPrinter();
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("benchmark", benchmark);
            all.put("environment", environment());
            all.put("settings", settings);
            all.put("rows", rows);
            write(json, all);
        }
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> fields) {
            json.writeStartObject();
            for (Map.Entry<?, ?> field : fields.entrySet()) {
                json.writeFieldName(field.getKey().toString());
                write(json, field.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof List<?> elements) {
            json.writeStartArray();
            for (Object element : elements) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Number) {
            json.writeNumber(value.toString());
        } else {
            json.writeString(text(value));
        }
    }

    private static Map<String, Object> environment() {
        Map<String, Object> environment = new LinkedHashMap<>();
        environment.put("java", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
        environment.put(
                "system",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
        environment.put("processors", Runtime.getRuntime().availableProcessors());
        environment.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        return environment;
    }

    /** Names and numbers in turn. */
    static Map<String, Integer> settings(Object... namesAndNumbers) {
        Map<String, Integer> settings = new LinkedHashMap<>();
        for (int i = 0; i < namesAndNumbers.length; i += 2) {
            settings.put((String) namesAndNumbers[i], (Integer) namesAndNumbers[i + 1]);
        }
        return settings;
    }

    /** A number as it is to be shown. */
    static Double rounded(double value, int decimals) {
        return Double.valueOf(String.format(Locale.ROOT, "%." + decimals + "f", value));
    }
}
