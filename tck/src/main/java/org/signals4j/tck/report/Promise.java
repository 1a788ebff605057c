/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

/**
 * A promise of docs/contract.md.
 *
 * @param id for example DEL-3
 * @param text what is promised
 * @param intent what for
 * @param needs what it needs
 */
public record Promise(String id, String text, String intent, String needs) {}
