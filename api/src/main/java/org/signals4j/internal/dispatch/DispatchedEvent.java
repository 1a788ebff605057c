/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalEvent;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;

/** An event on its way: what was read, how often, and whether its default action still stands. */
final class DispatchedEvent implements SignalEvent {

    private final Slot slot;
    private final Delivery delivery;
    private final long epochNanos;

    /** Whether somebody is being called with this event who may cancel the default action. */
    private volatile boolean open;

    private volatile boolean cancelled;

    /** Guarded by the queue until the event leaves it, constant from then on. */
    private int count;

    /** Whether the first delivery has no fate of its own: settling it settles all later ones that have none either. */
    private boolean plain;

    /** Whether, because the first one has a fate, one of the fates stands for all later deliveries that have none. */
    private boolean laterPlain;

    /** The fates of those arrivals that have one; mostly there are none. */
    private List<Fate> fates = List.of();

    private DispatchedEvent(Slot slot, Delivery delivery, long epochNanos) {
        this.slot = slot;
        this.delivery = delivery;
        this.epochNanos = epochNanos;
        this.count = delivery.count();
    }

    /** Creates the event of an arrival that is settled with this event. */
    static DispatchedEvent of(Slot slot, Delivery delivery, long epochNanos, SignalBackend backend) {
        DispatchedEvent event = new DispatchedEvent(slot, delivery, epochNanos);
        event.plain = delivery.token() == null;
        if (!event.plain) {
            event.fates = List.of(new Fate(slot, delivery, backend));
        }
        return event;
    }

    /** An event of the same arrivals for those who have no part in the dispatch: they can cancel nothing. */
    DispatchedEvent copy() {
        DispatchedEvent copy = new DispatchedEvent(slot, delivery, epochNanos);
        copy.count = count;
        return copy;
    }

    Slot slot() {
        return slot;
    }

    /** Makes sure that others can have a say in how this event is settled. */
    void shareFate(SignalBackend backend) {
        if (plain) {
            plain = false;
            add(List.of(new Fate(slot, delivery, backend)));
        }
    }

    /** Who settles the arrivals in here that this event does not settle itself. The list is never changed. */
    List<Fate> fates() {
        return List.copyOf(fates);
    }

    /** Takes the place of an event that arrived later. */
    void merge(DispatchedEvent later) {
        count = (int) Math.min((long) count + later.count, Integer.MAX_VALUE);
        cancelled &= later.cancelled;
        add(later.fates);
        if (later.plain && !plain && !laterPlain) {
            laterPlain = true;
            add(List.of(fates.get(0).another(later.delivery)));
        }
    }

    private void add(List<Fate> more) {
        if (!more.isEmpty()) {
            if (!(fates instanceof ArrayList)) {
                fates = new ArrayList<>(fates);
            }
            fates.addAll(more); // in place: thousands may be merged behind one handler
        }
    }

    /** Ends what {@link #of} began: called once, after everybody was asked. */
    void settle(SignalBackend backend, Outcome outcome) {
        if (plain) {
            Fate.settle(backend, delivery, outcome);
        }
        if (!fates.isEmpty()) { // mostly there are none, and an iterator would be one more object per event
            fates.forEach(fate -> fate.release(outcome == Outcome.CANCELLED));
        }
    }

    /** Says whether the default action can be cancelled from now on. */
    void setOpen(boolean newOpen) {
        open = newOpen;
    }

    /** Cancels the default action on somebody's behalf. */
    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Override
    public Signal signal() {
        return slot.spec().signal();
    }

    @Override
    public int number() {
        return delivery.number();
    }

    @Override
    public SignalCause cause() {
        return delivery.cause();
    }

    @Override
    public OptionalInt code() {
        return delivery.code() == Delivery.NONE ? OptionalInt.empty() : OptionalInt.of(delivery.code());
    }

    @Override
    public OptionalLong pid() {
        return delivery.pid() > 0 ? OptionalLong.of(delivery.pid()) : OptionalLong.empty();
    }

    @Override
    public OptionalLong uid() {
        return delivery.pid() > 0 && delivery.uid() != -1
                ? OptionalLong.of(Integer.toUnsignedLong(delivery.uid()))
                : OptionalLong.empty();
    }

    @Override
    public OptionalInt value() {
        return delivery.hasValue() ? OptionalInt.of((int) delivery.value()) : OptionalInt.empty();
    }

    @Override
    public OptionalLong rawValue() {
        return delivery.hasValue() ? OptionalLong.of(delivery.value()) : OptionalLong.empty();
    }

    @Override
    public OptionalInt childStatus() {
        return delivery.cause().isChild() ? OptionalInt.of(delivery.childStatus()) : OptionalInt.empty();
    }

    @Override
    public long count() {
        return count;
    }

    @Override
    public Instant time() {
        return WallClock.instant(epochNanos);
    }

    @Override
    public void cancelDefault() {
        if (!open) {
            throw new IllegalStateException("the default action of " + signal().name()
                    + " can be cancelled only while a handler or a subscriber without an executor is being called with"
                    + " the event; declare SubscribeOption.CANCEL_DEFAULT when you subscribe");
        }
        cancelled = true;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(signal().name());
        text.append(" (").append(number()).append(") cause=").append(cause());
        pid().ifPresent(pid -> text.append(" pid=").append(pid));
        uid().ifPresent(uid -> text.append(" uid=").append(uid));
        rawValue().ifPresent(value -> text.append(" value=").append(value));
        childStatus().ifPresent(status -> text.append(" status=").append(status));
        return text.append(" count=").append(count).toString();
    }
}
