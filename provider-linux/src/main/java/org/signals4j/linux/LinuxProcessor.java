/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.linux;

import java.util.Map;
import java.util.Optional;
import org.signals4j.posix.PageCode;

/**
 * What depends on the processor: the machine code of the handlers, as {@code assemble.sh} of provider-posix prints it,
 * and some numbers of system calls.
 */
enum LinuxProcessor {
    /** 64-bit x86. */
    X86_64("x86_64", 13, 186, 234, new PageCode("""
                    f30f1efa837e08fa751a8b054c0100003b4610750fff25350100000f1f440000
                    f30f1efa4c8b051d0100004189f9f043ff8488000100008b3d1b010000ba8000
                    0000b8010000000f05483d800000007501c3f043ff848800030000e9c8000000
                    f30f1efa4c8b05dd0000004189f94989d2f043ff848800010000418378100075
                    1b8b3dd1000000ba80000000b8010000000f05483d800000007501c3418d49ff
                    490fab8a28010000f043ff84880005000031c9ba0100000031c0413984880010
                    0000750cf0410fb1948800100000740cffc181f90020000072deeb29f041ff40
                    14498d948800100000c1e107498dbc0800900000b910000000f348a5b8020000
                    008702eb23b8270000000f0589c74889f24489ceb8810000000f0585c07409f0
                    43ff848800070000498db0800000008b3d23000000ba80000000b8010000000f
                    05c3cccccccccccc000000000000000000000000000000000000000000000000
                    """, 0x20, 0x60, 0x0, 0x148, 0x150, 0x158, 0x15c)),
    /** 64-bit ARM, from ARMv8.0. */
    AARCH64("aarch64", 134, 178, 131, new PageCode("""
                    5f2403d52c0840b99f190031410100542c1040b9cd0e00189f010d6bc1000054
                    100e005800021fd61f2003d51f2003d55f2403d5290d0058ea03002a2c010491
                    8c492a8b8d7d5f88ad0500118d7d0e88aeffff35a00c0018021080d2080880d2
                    010000d41f0002f141000054c0035fd62c010c918c492a8b8d7d5f88ad050011
                    8d7d0e88aeffff354d0000141f2003d55f2403d5290a0058ea03002aeb0302aa
                    2c0104918c492a8b8d7d5f88ad0500118d7d0e88aeffff352c1140b90c010035
                    40090018021080d2080880d2010000d41f0002f141000054c0035fd66c1540f9
                    4d0500512e0080d2ce21cd9a8c010eaa6c1500f92c0114918c492a8b8d7d5f88
                    ad0500118d7d0e88aeffff352c0540910f00805230008052110084528dfd5f88
                    8d000035907d0e880e010034fcffff175f3f03d58c110091ef050011ff01116b
                    e3feff5411000014305100910d7e5f88ad0500110d7e0e88aeffff3530254091
                    ef61195310020f8b0f0180522d38c1a80d3a81a8ef050071a1ffff544d008052
                    8dfd9f880e000014881580d2010000d4e20301aae1030a2a481180d2010000d4
                    e00000b42c011c918c492a8b8d7d5f88ad0500118d7d0e88aeffff35bf3b03d5
                    2101029120010018021080d2080880d2010000d4c0035fd60000000000000000
                    00000000000000000000000000000000
                    """, 0x30, 0x90, 0x0, 0x1d8, 0x1e0, 0x1e8, 0x1ec));

    /** pidfd_send_signal(2): the same on every processor. */
    static final int PIDFD_SEND_SIGNAL = 424;

    /** pidfd_open(2). */
    static final int PIDFD_OPEN = 434;

    /** What {@code os.arch} says. */
    private static final Map<String, LinuxProcessor> BY_ARCH =
            Map.of("amd64", X86_64, "x86_64", X86_64, "aarch64", AARCH64, "arm64", AARCH64);

    private final String sourceName;
    private final int rtSigaction;
    private final int gettid;
    private final int tgkill;
    private final PageCode page;

    LinuxProcessor(String sourceName, int rtSigaction, int gettid, int tgkill, PageCode page) {
        this.sourceName = sourceName;
        this.rtSigaction = rtSigaction;
        this.gettid = gettid;
        this.tgkill = tgkill;
        this.page = page;
    }

    static Optional<LinuxProcessor> of(String arch) {
        return Optional.ofNullable(BY_ARCH.get(arch));
    }

    /** As the file with the assembler source is called. */
    String sourceName() {
        return sourceName;
    }

    /** rt_sigaction(2). */
    int rtSigaction() {
        return rtSigaction;
    }

    /** gettid(2). */
    int gettid() {
        return gettid;
    }

    /** tgkill(2). */
    int tgkill() {
        return tgkill;
    }

    PageCode page() {
        return page;
    }
}
