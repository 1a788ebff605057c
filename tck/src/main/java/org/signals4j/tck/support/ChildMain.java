/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.util.List;
import org.signals4j.tck.TckSettings;

/** The main class of child JVMs: the class of the program, the provider, arguments. */
public final class ChildMain {

    private ChildMain() {}

    public static void main(String[] args) throws Exception {
        Patience.setScale(TckSettings.timeScale(System.getProperty(TckSettings.TIME_SCALE, "1")));
        ChildProgram program =
                (ChildProgram) Class.forName(args[0]).getConstructor().newInstance();
        program.run(
                new ChildContext(Environment.provider(args[1]), List.of(args).subList(2, args.length)));
    }
}
