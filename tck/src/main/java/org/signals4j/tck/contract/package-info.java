/* SPDX-License-Identifier: Apache-2.0 */
/** The tests, one class for each subject of docs/contract.md. */
package org.signals4j.tck.contract;
