/* SPDX-License-Identifier: Apache-2.0 */
/**
 * An example of a signals4j provider: signals are letters to a Unix domain socket.
 *
 * @provides org.signals4j.spi.SignalProvider
 */
module com.example.mailbox {
    requires jdk.net;
    requires org.signals4j;

    provides org.signals4j.spi.SignalProvider with
            com.example.mailbox.MailboxSignalProvider;
}
