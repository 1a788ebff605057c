/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Spares JNA a child process. When JNA starts it runs {@code ldconfig -p} to learn where libraries are, and puts what it
 * learned into a system property; if the property is set, it takes that. Here the property is set to the same text, read
 * from the file that ldconfig prints, so that nobody who uses JNA sees a difference.
 *
 * <p>Done only where that was proven, with glibc on x86-64. Elsewhere JNA goes its own way.
 *
 * @see <a href="https://man7.org/linux/man-pages/man8/ld.so.8.html">ld.so(8), /etc/ld.so.cache</a>
 */
final class JnaLibraryPath {

    static final String PROPERTY = "jna.platform.library.path";

    private static final Path CACHE = Path.of("/etc/ld.so.cache");

    /** JNA puts these first, in this order. */
    private static final List<String> FIRST =
            List.of("/usr/lib/x86_64-linux-gnu", "/lib/x86_64-linux-gnu", "/usr/lib64", "/lib64", "/usr/lib", "/lib");

    private static final byte[] MAGIC = "glibc-ld.so.cache1.1".getBytes(StandardCharsets.US_ASCII);
    private static final int COUNT = 20;
    private static final int ENTRIES = 48;
    private static final int ENTRY_SIZE = 24;
    private static final int ENTRY_PATH = 8;

    private JnaLibraryPath() {}

    /** Sets the property, unless it is set: by the user, or by JNA, which runs already. */
    static void preset() {
        if (System.getProperty(PROPERTY) != null
                || !System.getProperty("os.arch").equals("amd64")) {
            return;
        }
        try {
            String path = of(Files.readAllBytes(CACHE));
            if (!path.isEmpty()) {
                System.getProperties().putIfAbsent(PROPERTY, path);
            }
        } catch (IOException | RuntimeException unreadable) {
            // No cache, or another format: JNA asks ldconfig.
        }
    }

    private static String of(byte[] file) {
        ByteBuffer cache = ByteBuffer.wrap(file).order(ByteOrder.nativeOrder());
        byte[] magic = new byte[MAGIC.length];
        cache.get(0, magic);
        if (!Arrays.equals(magic, MAGIC)) {
            return "";
        }
        Set<String> folders = new LinkedHashSet<>(FIRST);
        int count = cache.getInt(COUNT);
        for (int i = 0; i < count; i++) {
            folders.add(folder(file, cache.getInt(ENTRIES + ENTRY_SIZE * i + ENTRY_PATH)));
        }
        StringBuilder path = new StringBuilder();
        for (String folder : folders) {
            if (new File(folder).isDirectory()) {
                path.append(path.isEmpty() ? "" : File.pathSeparator).append(folder);
            }
        }
        return path.toString();
    }

    /** What is before the last slash of a string that ends with a zero. */
    private static String folder(byte[] file, int start) {
        int slash = start;
        for (int i = start; file[i] != 0; i++) {
            if (file[i] == '/') {
                slash = i;
            }
        }
        return new String(file, start, slash - start, StandardCharsets.UTF_8);
    }
}
