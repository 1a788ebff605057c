/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;

/** Finds out whether letters work here, and opens a mailbox for this process. Touches nothing before it is asked. */
public final class MailboxSignalProvider implements SignalProvider {

    /** Creates the provider. */
    public MailboxSignalProvider() {}

    @Override
    public String name() {
        return "mailbox";
    }

    /** Below all others: letters are no substitute for the signals of the system, and are used if somebody asks. */
    @Override
    public int priority() {
        return -10;
    }

    @Override
    public Availability availability() {
        try {
            return Availability.available(
                    "letters in " + PostOffice.configured().inspect());
        } catch (IOException | RuntimeException reason) {
            return Availability.unavailable("no letters can be received here: " + reason.getMessage());
        }
    }

    @Override
    public SignalBackend open() {
        try {
            return new MailboxBackend(PostOffice.configured());
        } catch (IOException e) {
            throw new UncheckedIOException("provider 'mailbox' cannot receive letters: " + e.getMessage(), e);
        }
    }
}
