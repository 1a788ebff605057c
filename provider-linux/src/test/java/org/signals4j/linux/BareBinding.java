/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import org.signals4j.posix.Natives;

/** What a program looks like to the JVM that uses JNA and nothing of ours but the line that binds. */
final class BareBinding {

    static {
        Natives.bind(BareBinding.class);
    }

    native int getpid();
}
