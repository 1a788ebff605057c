/* SPDX-License-Identifier: Apache-2.0 */
/** The platform in memory, and records of what a program did with it. */
package org.signals4j.testing;
