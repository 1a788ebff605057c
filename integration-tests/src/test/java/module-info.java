/* SPDX-License-Identifier: Apache-2.0 */
/** Sees signals4j as a user's module does: by its exports, its services and its packaged jars. */
open module org.signals4j.it {
    requires awaitility;
    requires com.fasterxml.jackson.core;
    requires org.assertj.core;
    requires org.junit.jupiter.api;
    requires org.junit.jupiter.params;
    requires org.signals4j;

    uses org.signals4j.spi.SignalProvider;
}
