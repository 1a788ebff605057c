/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.posix;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The memory that the machine code of the handlers and the reader share: counters by signal, and the slots for real-time
 * signals that found no room in the pipe. The layout is that of {@code src/main/asm/layout.inc}.
 *
 * <p>All accesses are atomic. One thread at a time takes out of it.
 */
public final class DataArea {

    /** How much memory it needs. */
    static final int SIZE = 0x109000;

    private static final byte[] MAGIC = {'s', 'i', 'g', 'n', 'a', 'l', 's', '4'};
    private static final int VERSION = 1;

    private static final int VERSION_AT = 0x008;
    private static final int SIZE_AT = 0x00c;
    private static final int REALTIME_CLOSED = 0x010;
    private static final int SPILLED = 0x014;

    /** From here to the marker the machine code never looks: room for us. */
    private static final int PREVIOUS = 0x018;

    private static final int MARKER = 0x080;
    private static final int RECEIVED = 0x100;
    private static final int MISSED = 0x300;
    private static final int OVERFLOWED = 0x500;
    private static final int LOST = 0x700;
    private static final int MISSED_EVER = 0x900;
    private static final int STATES = 0x1000;
    private static final int RECORDS = 0x9000;

    private static final int SLOTS = 8192;
    private static final int RECORD_SIZE = 128;
    private static final int FREE = 0;
    private static final int FILLED = 2;

    /** For what has to be atomic. Plain loads and stores have fences: they are on the way of each start. */
    private static final VarHandle INT = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());

    private final long address;
    private final ByteBuffer memory;

    private DataArea(long address) {
        this.address = address;
        this.memory = Natives.view(address, SIZE);
    }

    /** Gives a new mapping, all zeros, its marks. */
    static DataArea create(long address, long previousHandler) {
        DataArea area = new DataArea(address);
        area.memory.putInt(VERSION_AT, VERSION).putInt(SIZE_AT, SIZE).putLong(PREVIOUS, previousHandler);
        for (int i = 0; i < MAGIC.length; i++) {
            area.memory.put(i, MAGIC[i]);
        }
        return area;
    }

    /**
     * Finds what {@link #create} made.
     *
     * @throws IllegalStateException if it is not what this version of the code makes
     */
    static DataArea at(long address) {
        DataArea area = new DataArea(address);
        for (int i = 0; i < MAGIC.length; i++) {
            if (area.memory.get(i) != MAGIC[i]) {
                throw new IllegalStateException("what the property " + HandlerPage.PROPERTY + " points to is not ours");
            }
        }
        int version = area.memory.getInt(VERSION_AT);
        if (version != VERSION || area.memory.getInt(SIZE_AT) != SIZE) {
            throw new IllegalStateException("this process has the handler page of another version of signals4j (layout "
                    + version + ", not " + VERSION + ")");
        }
        return area;
    }

    long address() {
        return address;
    }

    /** Where there is a record of zeros, which means nothing and wakes the reader. */
    long marker() {
        return address + MARKER;
    }

    /** The handler that the JVM's suspend signal had before; 0 if none. */
    long previousHandler() {
        return memory.getLong(PREVIOUS);
    }

    /** Lets real-time signals into the pipe or not. What is not let in stays with the kernel. */
    void setRealtimeClosed(boolean closed) {
        memory.putInt(REALTIME_CLOSED, closed ? 1 : 0);
        VarHandle.fullFence();
    }

    /** Counts an arrival that did not come by the handler. */
    void countReceived(int signal) {
        INT.getAndAdd(memory, RECEIVED + 4 * signal, 1);
    }

    /**
     * Returns how many arrivals of a signal there were.
     *
     * @param signal the number
     * @return unsigned, and wraps
     */
    public int received(int signal) {
        return counter(RECEIVED, signal);
    }

    /**
     * Returns how many arrivals of a real-time signal did not go through the pipe.
     *
     * @param signal the number
     * @return unsigned, and wraps
     */
    public int overflowed(int signal) {
        return counter(OVERFLOWED, signal);
    }

    /**
     * Returns how many arrivals of a real-time signal had to be given up.
     *
     * @param signal the number
     * @return unsigned, and wraps
     */
    public int lost(int signal) {
        return counter(LOST, signal);
    }

    /** Takes the number of arrivals of a signal for which no record could be written. */
    int takeMissed(int signal) {
        int count = counter(MISSED, signal) == 0 ? 0 : (int) INT.getAndSet(memory, MISSED + 4 * signal, 0);
        if (count != 0) {
            int ever = MISSED_EVER + 8 * signal;
            memory.putLong(ever, memory.getLong(ever) + Integer.toUnsignedLong(count));
        }
        return count;
    }

    /**
     * Returns how many arrivals of a signal without a record were taken out.
     *
     * @param signal the number
     * @return a number that only grows
     */
    public long missed(int signal) {
        return memory.getLong(MISSED_EVER + 8 * signal);
    }

    /** Returns how many slots have a record, or will in a moment. */
    int spilled() {
        return load(SPILLED);
    }

    /** Finds the first slot with a record at or after a slot; negative if there is none. */
    int nextSpilled(int from) {
        for (int slot = from; slot < SLOTS; slot++) {
            if (load(STATES + 4 * slot) == FILLED) {
                return slot;
            }
        }
        return -1;
    }

    /** The memory and {@link #recordAt} are what a slot's record is read from, before it is freed. */
    ByteBuffer memory() {
        return memory;
    }

    static int recordAt(int slot) {
        return RECORDS + RECORD_SIZE * slot;
    }

    void free(int slot) {
        VarHandle.releaseFence(); // the record has been read
        memory.putInt(STATES + 4 * slot, FREE);
        INT.getAndAdd(memory, SPILLED, -1);
    }

    private int counter(int table, int signal) {
        return load(table + 4 * signal);
    }

    /** An aligned load that nothing after it overtakes. */
    private int load(int at) {
        int value = memory.getInt(at);
        VarHandle.acquireFence();
        return value;
    }
}
