/* SPDX-License-Identifier: Apache-2.0 */

/*
 * The handler page for Linux on aarch64: three signal handlers, each
 *
 *         void handler(int signo, siginfo_t *si, void *ucontext)      w0, x1, x2
 *
 * They run on whatever thread the kernel picked, in whatever state that thread is. So: raw system calls only (errno is
 * a libc matter and stays), no stack, no callee-saved register, the link register untouched, no lock, no loop without a
 * bound (but for the retries of ldxr/stxr). ARMv8.0: no LSE. README.md says what the reader has to do, and why nothing
 * gets stuck between the two.
 *
 * A system call clobbers x0 and nothing else. Throughout:
 *         x9  data area      w10 signo      x11 ucontext      x1  siginfo, until the marker takes it
 *         x12..x17 scratch
 */
        .arch   armv8-a
        .include "layout.inc"

        .equ    SYS_WRITE,           64
        .equ    SYS_RT_SIGQUEUEINFO, 138
        .equ    SYS_GETPID,          172
        .equ    UC_SIGMASK,          40         /* offsetof(ucontext_t, uc_sigmask) */

        /* *address++, 32 bits. Uses w13, w14. */
        .macro  increment address
.Lretry\@:
        ldxr    w13, [\address]
        add     w13, w13, #1
        stxr    w14, w13, [\address]
        cbnz    w14, .Lretry\@
        .endm

        /* counter[signo]++ */
        .macro  count offset
        add     x12, x9, #\offset
        add     x12, x12, w10, uxtw #2
        increment x12
        .endm

        /* x0 = write(fd, x1, 128). The pipe does not block; 128 bytes are written as a whole or not at all. */
        .macro  write_record
        ldr     w0, literal_fd
        mov     x2, #RECORD
        mov     x8, #SYS_WRITE
        svc     #0
        .endm

        .text

/*
 * The JVM's suspend signal, shared: what this process sent to one of its own threads is the JVM's and goes on to the
 * handler that was there before, as if we were not there. The rest is a signal like any other.
 */
        .balign 16
suspend:
        hint    #34                     /* bti c */
        ldr     w12, [x1, #SI_CODE]
        cmn     w12, #-SI_TKILL
        b.ne    record
        ldr     w12, [x1, #SI_PID]
        ldr     w13, literal_pid
        cmp     w12, w13
        b.ne    record
        ldr     x16, literal_previous
        br      x16                     /* x16: the register from which "bti c" may be jumped to */

/* A standard signal. They merge in the kernel anyway, so for one that finds the pipe full a counter is enough. */
        .balign 16
standard:
        hint    #34
record:
        ldr     x9, literal_data
        mov     w10, w0
        count   DATA_RECEIVED
        write_record
        cmp     x0, #RECORD
        b.ne    missed
        ret
missed: count   DATA_MISSED             /* first the count, then the wake-up: never the other way round */
        b       wake

/* A real-time signal: its value must not be lost. */
        .balign 16
realtime:
        hint    #34
        ldr     x9, literal_data
        mov     w10, w0
        mov     x11, x2
        count   DATA_RECEIVED
        ldr     w12, [x9, #DATA_CLOSED]
        cbnz    w12, overflow
        write_record
        cmp     x0, #RECORD
        b.ne    overflow
        ret

/*
 * No room in the pipe. From here on this thread leaves this signal alone: it returns with it blocked. When every thread
 * has done so, the kernel's queue holds the rest, the reader takes it from there, and a sender who fills that queue is
 * told so (EAGAIN). That leaves the one value in our hands. The kernel would take it back only if the sender has not
 * used the place it left, so it goes into a slot of the data area first.
 */
overflow:
        ldr     x12, [x11, #UC_SIGMASK]
        sub     w13, w10, #1
        mov     x14, #1
        lsl     x14, x14, x13
        orr     x12, x12, x14
        str     x12, [x11, #UC_SIGMASK]
        count   DATA_OVERFLOWED

        add     x12, x9, #DATA_STATE    /* x12: state of the slot */
        mov     w15, #0                 /* w15: slot */
        mov     w16, #STATE_FILLING
        mov     w17, #SLOTS
claim:  ldaxr   w13, [x12]              /* acquire: nothing is stored into the slot before it is ours */
        cbnz    w13, next
        stxr    w14, w16, [x12]
        cbz     w14, fill
        b       claim
next:   clrex
        add     x12, x12, #4
        add     w15, w15, #1
        cmp     w15, w17
        b.lo    claim
        b       requeue

fill:   add     x16, x9, #DATA_SPILLED
        increment x16                   /* before the slot can be seen (stlr below): never fewer than there are */
        add     x16, x9, #DATA_SLOT
        lsl     w15, w15, #7            /* * RECORD */
        add     x16, x16, x15
        mov     w15, #RECORD / 16
copy:   ldp     x13, x14, [x1], #16
        stp     x13, x14, [x16], #16
        subs    w15, w15, #1
        b.ne    copy
        mov     w13, #STATE_FILLED
        stlr    w13, [x12]              /* publish */
        b       wake

/* All slots taken: back into the kernel's queue, of this very process (a forked child must not send to its parent). */
requeue:
        mov     x8, #SYS_GETPID
        svc     #0
        mov     x2, x1
        mov     w1, w10
        mov     x8, #SYS_RT_SIGQUEUEINFO
        svc     #0
        cbz     x0, wake
        count   DATA_LOST

/* There is something outside the pipe: an empty record wakes the reader. If even that finds no room he is awake. */
wake:   dmb     ish                     /* what was counted or published is seen before the pipe is looked at */
        add     x1, x9, #DATA_MARKER
        write_record
        ret

/* Written once, before the page becomes executable. */
        .balign 8
literal_data:
        .quad   0                       /* address of the data area */
literal_previous:
        .quad   0                       /* address of the handler that suspend passes on to */
literal_fd:
        .word   0                       /* write end of the pipe, O_NONBLOCK */
literal_pid:
        .word   0                       /* our process, as si_pid names it */

        .section .note.GNU-stack, "", %progbits
