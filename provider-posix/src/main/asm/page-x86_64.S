/* SPDX-License-Identifier: Apache-2.0 */

/*
 * The handler page for Linux on x86-64: three signal handlers, each
 *
 *         void handler(int signo, siginfo_t *si, void *ucontext)      edi, rsi, rdx
 *
 * They run on whatever thread the kernel picked, in whatever state that thread is. So: raw system calls only (errno is
 * a libc matter and stays), no stack beyond the return address, no callee-saved register, no lock, no loop without a
 * bound. README.md says what the reader has to do, and why nothing gets stuck between the two.
 *
 * A system call clobbers rax, rcx and r11 and nothing else. Throughout:
 *         r8  data area      r9  signo, zero-extended      r10 ucontext      rsi siginfo, until the marker takes it
 */
        .intel_syntax noprefix
        .include "layout.inc"

        .equ    SYS_WRITE,           1
        .equ    SYS_GETPID,          39
        .equ    SYS_RT_SIGQUEUEINFO, 129
        .equ    UC_SIGMASK,          296        /* offsetof(ucontext_t, uc_sigmask) */

        /* counter[signo]++. A locked instruction is a full barrier too. */
        .macro  count offset
        lock inc dword ptr [r8 + r9*4 + \offset]
        .endm

        /* rax = write(fd, rsi, 128). The pipe does not block; 128 bytes are written as a whole or not at all. */
        .macro  write_record
        mov     edi, dword ptr literal_fd[rip]
        mov     edx, RECORD
        mov     eax, SYS_WRITE
        syscall
        .endm

        .text

/*
 * The JVM's suspend signal, shared: what this process sent to one of its own threads is the JVM's and goes on to the
 * handler that was there before, as if we were not there. The rest is a signal like any other.
 */
        .balign 16
suspend:
        endbr64
        cmp     dword ptr [rsi + SI_CODE], SI_TKILL
        jne     record
        mov     eax, dword ptr literal_pid[rip]
        cmp     eax, dword ptr [rsi + SI_PID]
        jne     record
        jmp     qword ptr literal_previous[rip]

/* A standard signal. They merge in the kernel anyway, so for one that finds the pipe full a counter is enough. */
        .balign 16
standard:
        endbr64
record:
        mov     r8, qword ptr literal_data[rip]
        mov     r9d, edi
        count   DATA_RECEIVED
        write_record
        cmp     rax, RECORD
        jne     missed
        ret
missed: count   DATA_MISSED             /* first the count, then the wake-up: never the other way round */
        jmp     wake

/* A real-time signal: its value must not be lost. */
        .balign 16
realtime:
        endbr64
        mov     r8, qword ptr literal_data[rip]
        mov     r9d, edi
        mov     r10, rdx
        count   DATA_RECEIVED
        cmp     dword ptr [r8 + DATA_CLOSED], 0
        jne     overflow
        write_record
        cmp     rax, RECORD
        jne     overflow
        ret

/*
 * No room in the pipe. From here on this thread leaves this signal alone: it returns with it blocked. When every thread
 * has done so, the kernel's queue holds the rest, the reader takes it from there, and a sender who fills that queue is
 * told so (EAGAIN). That leaves the one value in our hands. The kernel would take it back only if the sender has not
 * used the place it left, so it goes into a slot of the data area first.
 */
overflow:
        lea     ecx, [r9 - 1]
        bts     qword ptr [r10 + UC_SIGMASK], rcx
        count   DATA_OVERFLOWED

        xor     ecx, ecx                /* rcx: slot */
        mov     edx, STATE_FILLING
claim:  xor     eax, eax                /* expected: free */
        cmp     dword ptr [r8 + rcx*4 + DATA_STATE], eax
        jne     next                    /* looking is cheaper than locking */
        lock cmpxchg dword ptr [r8 + rcx*4 + DATA_STATE], edx
        je      fill
next:   inc     ecx
        cmp     ecx, SLOTS
        jb      claim
        jmp     requeue

fill:   lock inc dword ptr [r8 + DATA_SPILLED]  /* before the slot can be seen: never fewer than there are */
        lea     rdx, [r8 + rcx*4 + DATA_STATE]
        shl     ecx, 7                          /* * RECORD */
        lea     rdi, [r8 + rcx + DATA_SLOT]
        mov     ecx, RECORD / 8
        rep movsq                               /* the kernel clears the direction flag for a handler */
        mov     eax, STATE_FILLED
        xchg    dword ptr [rdx], eax            /* publish, with a full barrier before the wake-up */
        jmp     wake

/* All slots taken: back into the kernel's queue, of this very process (a forked child must not send to its parent). */
requeue:
        mov     eax, SYS_GETPID
        syscall
        mov     edi, eax
        mov     rdx, rsi
        mov     esi, r9d
        mov     eax, SYS_RT_SIGQUEUEINFO
        syscall
        test    eax, eax
        jz      wake
        count   DATA_LOST

/* There is something outside the pipe: an empty record wakes the reader. If even that finds no room he is awake. */
wake:   lea     rsi, [r8 + DATA_MARKER]
        write_record
        ret

/* Written once, before the page becomes executable. */
        .balign 8, 0xcc
literal_data:
        .quad   0                       /* address of the data area */
literal_previous:
        .quad   0                       /* address of the handler that suspend passes on to */
literal_fd:
        .long   0                       /* write end of the pipe, O_NONBLOCK */
literal_pid:
        .long   0                       /* our process, as si_pid names it */

        .section .note.GNU-stack, "", @progbits
