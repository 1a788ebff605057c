/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import java.io.IOException;

/** Sends a letter to another process, as {@code kill} sends a signal: {@code SendMail <pid> <number>}. */
public final class SendMail {

    private SendMail() {}

    /**
     * Sends it.
     *
     * @param args the process id and the number of the signal
     * @throws IOException if no such process takes letters
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: SendMail <pid> <number>");
        }
        PostOffice.configured().deliver(Integer.parseInt(args[0]), Letter.plain(Integer.parseInt(args[1])));
    }
}
