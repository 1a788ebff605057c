/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

/** What a child JVM does. An implementation is a public class with a public constructor without parameters. */
public interface ChildProgram {

    void run(ChildContext child) throws Exception;
}
