/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.signals4j.MainThread;
import org.signals4j.SignalHandlerException;

/**
 * The main thread, as Python has it: handlers wait until it comes to a safe point, run there, and what they throw comes
 * out of it. While it is in a call, the dispatch thread runs them on its behalf, and interrupts it if one throws.
 */
final class BoundThread implements MainThread {

    /** How often a thread is interrupted that swallows interrupts. */
    private static final long INTERRUPT_AGAIN_MILLIS = 10;

    private final Thread thread;
    private final Dispatcher dispatcher;
    private final SafePoints safePoints;

    // Guarded by this.
    private final EventQueue due = new EventQueue();
    private boolean closed;
    private int calls;
    private boolean running;
    private Throwable failure;

    BoundThread(Thread thread, Dispatcher dispatcher, SafePoints safePoints) {
        this.thread = thread;
        this.dispatcher = dispatcher;
        this.safePoints = safePoints;
    }

    @Override
    public Thread thread() {
        return thread;
    }

    /** Whether it binds: not closed, and the thread has not ended. */
    boolean isInForce() {
        if (thread.isAlive()) {
            synchronized (this) {
                return !closed;
            }
        }
        close();
        return false;
    }

    /** Whether the thread is in a handler at this moment. */
    synchronized boolean isRunning() {
        return running;
    }

    synchronized boolean hasDue() {
        return failure != null || !due.isEmpty();
    }

    /** Keeps an event for the next safe point; false if the dispatch thread is to run its handler. */
    boolean defer(DispatchedEvent event) {
        synchronized (this) {
            if (closed || calls > 0) {
                return false;
            }
            due.add(event);
        }
        safePoints.changed();
        return true;
    }

    /** A handler that ran on this thread's behalf has thrown: it comes out of the call, or the next safe point. */
    void fail(Throwable thrown) {
        synchronized (this) {
            if (failure != null) {
                failure.addSuppressed(thrown);
                return;
            }
            failure = thrown;
            if (calls > 0) {
                interruptUntilItLeaves();
            }
        }
        safePoints.changed();
    }

    private void interruptUntilItLeaves() {
        Thread interrupter = new Thread(null, this::interruptLoop, "signals4j interrupter", 0, false);
        interrupter.setDaemon(true);
        interrupter.start();
    }

    private synchronized void interruptLoop() {
        while (calls > 0 && failure != null) {
            thread.interrupt();
            try {
                TimeUnit.MILLISECONDS.timedWait(this, INTERRUPT_AGAIN_MILLIS);
            } catch (InterruptedException nobodyShould) {
                // Nobody has a reason to interrupt this thread: look again.
            }
        }
    }

    /** Runs what is due, on the bound thread. What a handler throws comes out; the rest stays due. */
    void runDue() {
        while (true) {
            DispatchedEvent event;
            synchronized (this) {
                if (running) {
                    return;
                }
                Throwable thrown = failure;
                if (thrown != null) {
                    failure = null;
                    if (calls > 0) {
                        Thread.interrupted(); // ours, which has done its work
                    }
                    throw unchecked(thrown);
                }
                event = due.poll();
                if (event == null) {
                    return;
                }
                running = true;
            }
            Throwable thrown;
            try {
                thrown = dispatcher.finish(event);
            } finally {
                synchronized (this) {
                    running = false;
                }
            }
            if (thrown != null) {
                throw unchecked(thrown);
            }
        }
    }

    private static RuntimeException unchecked(Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            return unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        return new SignalHandlerException((Exception) thrown);
    }

    <T> T call(Callable<T> task) throws Exception {
        runDue();
        synchronized (this) {
            calls++;
        }
        Throwable own = null;
        T result = null;
        try {
            result = task.call();
        } catch (Throwable thrown) { // looked at below, together with what a handler has thrown
            own = thrown;
        }
        Throwable handlers;
        synchronized (this) {
            calls--;
            handlers = failure;
            failure = null;
            if (handlers != null) {
                notifyAll();
                Thread.interrupted(); // ours, which has done its work
            }
        }
        if (handlers != null) {
            if (own != null && own != handlers) {
                handlers.addSuppressed(own);
            }
            own = handlers;
        }
        if (own instanceof Exception exception) {
            throw exception;
        }
        if (own != null) {
            throw (Error) own;
        }
        return result;
    }

    @Override
    public void close() {
        List<DispatchedEvent> orphans = new ArrayList<>();
        synchronized (this) {
            closed = true;
            for (DispatchedEvent event = due.poll(); event != null; event = due.poll()) {
                orphans.add(event);
            }
        }
        safePoints.unbind(this);
        if (!orphans.isEmpty()) {
            dispatcher.adopt(orphans);
        }
    }
}
