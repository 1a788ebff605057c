/* SPDX-License-Identifier: Apache-2.0 */
/** What the provider calls of Windows, by JNA, and what Windows calls of the provider. */
package org.signals4j.windows.jna;
