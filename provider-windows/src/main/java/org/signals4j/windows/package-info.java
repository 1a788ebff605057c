/* SPDX-License-Identifier: Apache-2.0 */
/** The provider for Windows; the module's page says what it is. Exports nothing. */
package org.signals4j.windows;
