/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.io.IOException;
import java.io.Writer;

/** An output whose reader goes away after some lines. */
final class BrokenWriter extends Writer {

    private final StringBuffer written = new StringBuffer();
    private final int lines;

    BrokenWriter(int lines) {
        this.lines = lines;
    }

    @Override
    public void write(char[] buffer, int offset, int length) throws IOException {
        if (written.chars().filter(c -> c == '\n').count() >= lines) {
            throw new IOException("Broken pipe");
        }
        written.append(buffer, offset, length);
    }

    String written() {
        return written.toString();
    }

    @Override
    public void flush() {
        // Nothing is kept back.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
