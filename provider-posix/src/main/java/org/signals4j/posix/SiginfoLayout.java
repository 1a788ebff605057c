/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

/**
 * Where {@code siginfo_t} has its members.
 *
 * @param size of the struct, and of everything that is written to the pipe
 * @param signal offset of {@code si_signo}
 * @param code offset of {@code si_code}
 * @param pid offset of {@code si_pid}
 * @param uid offset of {@code si_uid}
 * @param status offset of {@code si_status}
 * @param value offset of {@code si_value}
 */
public record SiginfoLayout(int size, int signal, int code, int pid, int uid, int status, int value) {}
