/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

/** The numbers of a platform, for tests that need no layouts of structs. */
final class TestAbi {

    static final PosixAbi LINUX = new PosixAbi(
            null, null, 128, 0x4, 0x1000_0000, 0x0800_0000, 0x0400_0000, 0, 1, 2, 0x22, 0x800, Errno::linux, 0);

    private TestAbi() {}
}
