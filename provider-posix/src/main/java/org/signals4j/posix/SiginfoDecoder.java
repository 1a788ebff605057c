/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.nio.ByteBuffer;
import java.util.EnumSet;
import java.util.Set;
import org.signals4j.SignalCause;
import org.signals4j.spi.Delivery;

/**
 * Makes deliveries of {@code siginfo_t}. Which members are filled depends on the cause.
 *
 * <p>Safe for use by several threads. Allocates nothing but the deliveries.
 *
 * @see <a href="https://man7.org/linux/man-pages/man2/sigaction.2.html">sigaction(2), siginfo_t</a>
 */
public final class SiginfoDecoder {

    private static final Set<SignalCause> WITH_VALUE = EnumSet.of(
            SignalCause.QUEUE,
            SignalCause.TIMER,
            SignalCause.MESSAGE_QUEUE,
            SignalCause.ASYNC_IO,
            SignalCause.ASYNC_NAME_LOOKUP);

    private static final Set<SignalCause> WITH_PROCESS = EnumSet.of(
            SignalCause.USER,
            SignalCause.QUEUE,
            SignalCause.THREAD,
            SignalCause.MESSAGE_QUEUE,
            SignalCause.ASYNC_IO,
            SignalCause.ASYNC_NAME_LOOKUP,
            SignalCause.CHILD_EXITED,
            SignalCause.CHILD_KILLED,
            SignalCause.CHILD_DUMPED,
            SignalCause.CHILD_TRAPPED,
            SignalCause.CHILD_STOPPED,
            SignalCause.CHILD_CONTINUED);

    private final SiginfoLayout layout;
    private final CauseTable causes;

    /**
     * Creates a decoder.
     *
     * @param layout where the members are
     * @param causes what the codes mean
     */
    public SiginfoDecoder(SiginfoLayout layout, CauseTable causes) {
        this.layout = layout;
        this.causes = causes;
    }

    int size() {
        return layout.size();
    }

    /**
     * Decodes one struct.
     *
     * @param bytes holds it, in the byte order of the processor
     * @param at where it begins
     * @return the delivery, or null if the struct is a marker: all zeros, written to wake the reader
     */
    public Delivery decode(ByteBuffer bytes, int at) {
        int signal = bytes.getInt(at + layout.signal());
        if (signal <= 0) {
            return null;
        }
        int code = bytes.getInt(at + layout.code());
        SignalCause cause = causes.cause(signal, code);
        boolean hasProcess = WITH_PROCESS.contains(cause);
        boolean hasValue = WITH_VALUE.contains(cause);
        return new Delivery(
                signal,
                cause,
                code,
                hasProcess ? bytes.getInt(at + layout.pid()) : 0,
                hasProcess ? bytes.getInt(at + layout.uid()) : -1,
                hasValue,
                hasValue ? bytes.getLong(at + layout.value()) : 0,
                cause.isChild() ? bytes.getInt(at + layout.status()) : 0,
                1,
                null);
    }
}
