/* SPDX-License-Identifier: Apache-2.0 */
/** The provider over {@code sun.misc.Signal}; the module's page says what it can and cannot do. Exports nothing. */
package org.signals4j.sunmisc;
