/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** Rows of text whose columns are as wide as their widest cell; the last one is as wide as it likes. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();

    Table(String... header) {
        rows.add(header);
    }

    /** Adds a row of as many cells as the header has. */
    void row(String... cells) {
        rows.add(cells);
    }

    /** Prints an empty line and the table; nothing if there are no rows. */
    void print(PrintWriter out, Ansi ansi) {
        if (rows.size() == 1) {
            return;
        }
        out.println();
        int columns = rows.get(0).length;
        int[] widths = new int[columns - 1];
        for (String[] row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row[i]).append(" ".repeat(widths[i] - row[i].length() + 2));
            }
            String text = line.append(row[columns - 1]).toString().stripTrailing();
            out.println(row == rows.get(0) ? ansi.string("@|bold " + text + "|@") : text);
        }
    }
}
