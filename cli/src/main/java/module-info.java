/* SPDX-License-Identifier: Apache-2.0 */
/**
 * signals4j on the command line. A program, not a library: it exports nothing.
 *
 * <pre>{@code
 * java -m org.signals4j.cli/org.signals4j.cli.Main watch
 * }</pre>
 *
 * <p>A native provider on the path needs {@code --enable-native-access} for JNA, as everywhere.
 */
module org.signals4j.cli {
    requires java.logging;
    requires com.fasterxml.jackson.core;
    requires info.picocli;
    requires org.signals4j;
    requires org.signals4j.tck;

    // picocli makes the commands and fills their fields by reflection.
    opens org.signals4j.cli to
            info.picocli;
}
