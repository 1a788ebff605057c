/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Letters that wait for the api to fetch them. It never stops fetching, so there is no need for a limit. */
final class Inbox {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock.
    private List<Letter> letters = new ArrayList<>();
    private boolean woken;

    void put(Letter letter) {
        lock.lock();
        try {
            letters.add(letter);
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Remembered until somebody takes: a wake that comes before the call counts. */
    void wake() {
        lock.lock();
        try {
            woken = true;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a letter or a wake. An interrupt of the api's thread is none of our business. */
    List<Letter> take() {
        lock.lock();
        try {
            while (letters.isEmpty() && !woken) {
                changed.awaitUninterruptibly();
            }
            woken = false;
            List<Letter> taken = letters;
            letters = new ArrayList<>();
            return taken;
        } finally {
            lock.unlock();
        }
    }
}
