/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

/** What the program tells its caller. The commands' {@code --help} says the same. */
final class ExitCodes {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    /** The time was up before the signals had come. */
    static final int INCOMPLETE = 3;

    /** As of every program that Ctrl+C ends: 128 and the number of SIGINT. */
    static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
