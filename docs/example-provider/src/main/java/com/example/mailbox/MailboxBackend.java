/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.signals4j.Capability;
import org.signals4j.Disposition;
import org.signals4j.Signal;
import org.signals4j.SignalCause;
import org.signals4j.SignalException;
import org.signals4j.spi.Delivery;
import org.signals4j.spi.DeliveryBatch;
import org.signals4j.spi.InstallFlag;
import org.signals4j.spi.Outcome;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalSpec;

/** The signals of this process: what is to be done with each letter, and the letters that are to be fetched. */
final class MailboxBackend implements SignalBackend {

    private static final Set<Capability> CAPABILITIES = Set.of(
            Capability.ARRIVAL_ORDER,
            Capability.OVERRIDE_IGNORED,
            Capability.SENDER,
            Capability.RAISE,
            Capability.SEND,
            Capability.QUEUE);

    private final Set<Signal> inheritedIgnores = InheritedIgnores.read();
    private final Map<Signal, Disposition> changed = new HashMap<>(); // guarded by itself
    private final Inbox inbox = new Inbox();
    private final PostOffice office;
    private final Mailbox mailbox;
    private final int uid;

    MailboxBackend(PostOffice office) throws IOException {
        this.office = office;
        office.establish();
        uid = office.owner();
        mailbox = new Mailbox(office.boxOf(Letter.ownPid()), this::arrived);
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public List<SignalSpec> signals() {
        return MailSignals.ALL;
    }

    @Override
    public Disposition disposition(Signal signal) {
        synchronized (changed) {
            return changed.getOrDefault(signal, before(signal));
        }
    }

    /** What was there before us, and what comes back when we let go. */
    private Disposition before(Signal signal) {
        return inheritedIgnores.contains(signal) ? Disposition.IGNORED : Disposition.DEFAULT;
    }

    /** Only an inherited ignore can stand in the way: nobody else installs handlers for letters. */
    @Override
    public Disposition install(Signal signal, Disposition wanted, Set<InstallFlag> flags) {
        synchronized (changed) {
            boolean inTheWay = !changed.containsKey(signal) && before(signal) == Disposition.IGNORED;
            if (inTheWay && !flags.contains(InstallFlag.OVERRIDE_IGNORED)) {
                return Disposition.IGNORED;
            }
            changed.put(signal, wanted);
            return wanted;
        }
    }

    @Override
    public Disposition restore(Signal signal) {
        synchronized (changed) {
            changed.remove(signal);
            return before(signal);
        }
    }

    /** Under the lock of the dispositions, so that no letter gets past an installation that has returned. */
    private void arrived(Letter letter) {
        SignalSpec spec = MailSignals.byNumber(letter.number());
        synchronized (changed) {
            if (disposition(spec.signal()) == Disposition.CAUGHT) {
                inbox.put(letter);
            } else if (disposition(spec.signal()) == Disposition.DEFAULT) {
                DefaultActions.start(spec);
            }
        }
    }

    private void doDefault(int number) {
        SignalSpec spec = MailSignals.byNumber(number);
        if (before(spec.signal()) == Disposition.DEFAULT) {
            DefaultActions.start(spec);
        }
    }

    @Override
    public void receive(DeliveryBatch batch) {
        inbox.take().forEach(letter -> batch.add(deliveryOf(letter)));
    }

    /** Says no more than is known: there is no raw code, and no child's status. */
    private Delivery deliveryOf(Letter letter) {
        SignalCause cause = letter.hasValue() ? SignalCause.QUEUE : SignalCause.USER;
        return new Delivery(
                letter.number(),
                cause,
                Delivery.NONE,
                letter.sender(),
                uid,
                letter.hasValue(),
                letter.value(),
                0,
                1,
                null);
    }

    @Override
    public void wake() {
        inbox.wake();
    }

    @Override
    public void settle(Delivery delivery, Outcome outcome) {
        if (outcome == Outcome.DEFAULT) {
            doDefault(delivery.number());
        }
    }

    @Override
    public void raise(Signal signal) {
        arrived(Letter.plain(numberOf(signal)));
    }

    @Override
    public void send(int pid, Signal signal) {
        deliver("send(" + pid + ", " + signal + ")", pid, Letter.plain(numberOf(signal)));
    }

    @Override
    public void queue(int pid, Signal signal, long value) {
        deliver("queue(" + pid + ", " + signal + ")", pid, Letter.withValue(numberOf(signal), value));
    }

    /** The system has refused: say so with its number and name, and with what it means here. */
    private void deliver(String operation, int pid, Letter letter) {
        try {
            office.deliver(pid, letter);
        } catch (ClosedByInterruptException interrupted) {
            throw new SignalException(operation, 4, "EINTR", "the thread was interrupted");
        } catch (IOException e) {
            throw new SignalException(operation, 3, "ESRCH", "no process takes letters there: " + e.getMessage());
        }
    }

    private static int numberOf(Signal signal) {
        return MailSignals.ALL.stream()
                .filter(spec -> spec.signal().equals(signal))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** What came and was not fetched any more has its default: a letter is never swallowed. */
    @Override
    public void close() {
        try {
            mailbox.close();
            inbox.wake();
            inbox.take().forEach(letter -> doDefault(letter.number()));
        } catch (IOException e) {
            throw new UncheckedIOException("the mailbox cannot be closed: " + e.getMessage(), e);
        }
    }
}
