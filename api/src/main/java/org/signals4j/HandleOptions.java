/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.function.BiConsumer;

/** What {@link HandleOption} hands out. */
sealed interface HandleOptions extends HandleOption {

    record OverrideIgnored() implements HandleOptions {}

    record Force() implements HandleOptions {}

    record OnException(BiConsumer<? super SignalEvent, ? super Throwable> handler) implements HandleOptions {}
}
