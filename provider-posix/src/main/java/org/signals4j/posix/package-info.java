/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a POSIX system lets a JVM do about signals: one type for each thing that the system knows. For the providers of
 * this project alone.
 */
package org.signals4j.posix;
