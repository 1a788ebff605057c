/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.dispatch;

import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.signals4j.SignalEvent;
import org.signals4j.spi.InstallFlag;

/** The options of a registration, put together. */
public final class Settings {

    private final Set<InstallFlag> flags = EnumSet.noneOf(InstallFlag.class);
    private BiConsumer<? super SignalEvent, ? super Throwable> onException = Log::handlerFailed;
    private Executor executor;
    private boolean cancelsDefault;
    private Runnable onEnd = () -> {};

    public void add(InstallFlag flag) {
        flags.add(flag);
    }

    public void setOnException(BiConsumer<? super SignalEvent, ? super Throwable> newOnException) {
        onException = newOnException;
    }

    public void setExecutor(Executor newExecutor) {
        executor = newExecutor;
    }

    public void setCancelsDefault() {
        cancelsDefault = true;
    }

    /** What is run once when the subscription has ended, by its own close or by the system's. */
    public void setOnEnd(Runnable newOnEnd) {
        onEnd = newOnEnd;
    }

    Set<InstallFlag> flags() {
        return flags;
    }

    BiConsumer<? super SignalEvent, ? super Throwable> onException() {
        return onException;
    }

    Executor executor() {
        return executor;
    }

    boolean cancelsDefault() {
        return cancelsDefault;
    }

    Runnable onEnd() {
        return onEnd;
    }
}
