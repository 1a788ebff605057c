/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a platform has to provide. A provider has no dispatch thread and no policy: the api pulls deliveries from its
 * {@link org.signals4j.spi.SignalBackend} and tells it how each of them ended.
 */
package org.signals4j.spi;
