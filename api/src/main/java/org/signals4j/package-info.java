/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Signals as an application sees them. Start at {@link org.signals4j.Signals}.
 *
 * <p>Unless a method says otherwise, a {@code null} argument is a {@link java.lang.NullPointerException}, every type
 * is safe for use by several threads at once, and after an exception everything is as it was before the call.
 */
package org.signals4j;
