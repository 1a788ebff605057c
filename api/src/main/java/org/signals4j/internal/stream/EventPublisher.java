/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.stream;

import java.util.concurrent.Flow;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import org.signals4j.SignalEvent;
import org.signals4j.SignalListener;
import org.signals4j.SignalPublisher;
import org.signals4j.Subscription;

/** The JDK's publisher, offered events by the reading thread without ever waiting. */
public final class EventPublisher implements SignalPublisher {

    private final SubmissionPublisher<SignalEvent> publisher = new SubmissionPublisher<>();
    private final AtomicLong overflow = new AtomicLong();
    private final Subscription subscription;

    public EventPublisher(BiFunction<SignalListener, Runnable, Subscription> subscribe) {
        subscription = subscribe.apply(this::publish, publisher::close);
    }

    private void publish(SignalEvent event) {
        try {
            publisher.offer(event, (subscriber, dropped) -> {
                overflow.incrementAndGet();
                return false; // once is enough: the reading thread has more to do
            });
        } catch (IllegalStateException closed) {
            // Meanwhile, and all subscribers are complete.
        }
    }

    @Override
    public void subscribe(Flow.Subscriber<? super SignalEvent> subscriber) {
        publisher.subscribe(subscriber);
    }

    @Override
    public long overflow() {
        return overflow.get();
    }

    @Override
    public void close() {
        subscription.close();
    }
}
