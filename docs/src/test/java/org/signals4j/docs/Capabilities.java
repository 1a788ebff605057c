/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.docs;

import org.signals4j.Signals;

/** Prints what a provider can do. */
final class Capabilities {

    private Capabilities() {}

    public static void main(String[] args) {
        Signals.capabilities().forEach(System.out::println);
    }
}
