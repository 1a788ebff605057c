/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The signal handlers: a page of machine code that writes each {@code siginfo_t} to a pipe, and nothing else. No Java
 * code ever runs in a signal handler.
 *
 * <p>The page is mapped readable and writable, written once, and made readable and executable once; it is never both,
 * and never unmapped. There is one page with its pipe in a process: a system property says where, so that whoever comes
 * later finds them.
 */
public final class HandlerPage {

    /** The system property that says where the page, the data area and the pipe are, and in which process. */
    static final String PROPERTY = "signals4j.page";

    private static final int CODE_SIZE = 4096;

    private final PageCode code;
    private final long address;
    private final DataArea data;
    private final SignalPipe pipe;

    private HandlerPage(PageCode code, long address, DataArea data, SignalPipe pipe) {
        this.code = code;
        this.address = address;
        this.data = data;
        this.pipe = pipe;
    }

    /**
     * Returns the page of this process, and makes it if there is none.
     *
     * @param libc how to call the system
     * @param abi the platform's numbers
     * @param code the machine code
     * @param newPipe makes a pipe
     * @param previousHandler the handler of the signal that the JVM sends itself, to which ours passes on; 0 if none
     * @return the page
     * @throws org.signals4j.SignalException if the system refuses
     * @throws IllegalStateException if there is a page of another version
     */
    public static synchronized HandlerPage get(
            LibC libc, PosixAbi abi, PageCode code, Supplier<SignalPipe> newPipe, long previousHandler) {
        String me = process();
        String published = System.getProperty(PROPERTY, "");
        if (published.startsWith(me + " ")) {
            String[] words = published.substring(me.length() + 1).split(" ");
            return new HandlerPage(
                    code,
                    Long.parseLong(words[0]),
                    DataArea.at(Long.parseLong(words[1])),
                    new SignalPipe(Integer.parseInt(words[2]), Integer.parseInt(words[3])));
        }
        SignalPipe pipe = newPipe.get();
        try {
            HandlerPage made = make(libc, abi, code, pipe, previousHandler);
            System.setProperty(PROPERTY, me + " " + made.words());
            return made;
        } catch (RuntimeException refused) {
            libc.close(pipe.readEnd());
            libc.close(pipe.writeEnd());
            throw refused;
        }
    }

    private static HandlerPage make(LibC libc, PosixAbi abi, PageCode code, SignalPipe pipe, long previousHandler) {
        long address = map(libc, abi, CODE_SIZE);
        DataArea data = DataArea.create(map(libc, abi, DataArea.SIZE), previousHandler);
        ByteBuffer page = Natives.view(address, CODE_SIZE);
        page.put(code.bytes());
        page.putLong(code.data(), data.address());
        page.putLong(code.previous(), previousHandler);
        page.putInt(code.fd(), pipe.writeEnd());
        page.putInt(code.pid(), libc.getpid());
        protect(libc, abi, address);
        return new HandlerPage(code, address, data, pipe);
    }

    /** What {@link #get} reads again. */
    private String words() {
        return address + " " + data.address() + " " + pipe.readEnd() + " " + pipe.writeEnd();
    }

    /**
     * Finds out whether the system lets us make a page, and leaves nothing behind.
     *
     * @param libc how to call the system
     * @param abi the platform's numbers
     * @throws org.signals4j.SignalException if it does not
     */
    public static void probe(LibC libc, PosixAbi abi) {
        long address = map(libc, abi, CODE_SIZE);
        try {
            Natives.view(address, CODE_SIZE).putLong(0, 0);
            protect(libc, abi, address);
        } finally {
            libc.munmap(address, CODE_SIZE);
        }
    }

    /** This process, unlike any that came before it with the same pid, or that a launcher passed our properties on to. */
    private static String process() {
        ProcessHandle self = ProcessHandle.current();
        return self.pid() + " "
                + self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    private static long map(LibC libc, PosixAbi abi, int size) {
        long address = libc.mmap(0, size, PosixAbi.READ_WRITE, abi.mapPrivateAnonymous(), -1, 0);
        if (address == -1) {
            throw abi.failure("mmap of " + size + " bytes", libc.errno());
        }
        return address;
    }

    private static void protect(LibC libc, PosixAbi abi, long address) {
        if (libc.mprotect(address, CODE_SIZE, PosixAbi.READ_EXECUTE) != 0) {
            throw abi.failure("mprotect(PROT_READ | PROT_EXEC) of the page with the handlers", libc.errno());
        }
    }

    /**
     * Returns the handler for standard signals.
     *
     * @return its address
     */
    public long standard() {
        return address + code.standard();
    }

    /**
     * Returns the handler for real-time signals.
     *
     * @return its address
     */
    public long realtime() {
        return address + code.realtime();
    }

    /**
     * Returns the handler for the signal that the JVM sends itself.
     *
     * @return its address
     */
    public long suspend() {
        return address + code.suspend();
    }

    /**
     * Tells whether a handler is one of these.
     *
     * @param handler its address
     * @return whether it is in the page
     */
    public boolean contains(long handler) {
        return handler >= address && handler < address + CODE_SIZE;
    }

    /**
     * Tells to what {@link #suspend()} passes on.
     *
     * @return the address of that handler, or 0 if there is none and {@code suspend} must not be installed
     */
    public long previousHandler() {
        return data.previousHandler();
    }

    /**
     * Returns what the handlers write to besides the pipe.
     *
     * @return the counters and slots
     */
    public DataArea data() {
        return data;
    }

    /**
     * Returns what the handlers write to.
     *
     * @return the pipe
     */
    public SignalPipe pipe() {
        return pipe;
    }
}
