/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import java.util.concurrent.Executor;

/** What {@link SubscribeOption} hands out for subscriptions alone. */
sealed interface SubscribeOptions extends SubscribeOption {

    record CancelDefault() implements SubscribeOptions {}

    record OnExecutor(Executor executor) implements SubscribeOptions {}
}
