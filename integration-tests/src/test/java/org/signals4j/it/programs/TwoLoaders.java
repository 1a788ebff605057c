/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.it.programs;

import static org.signals4j.StandardSignal.SIGUSR1;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.signals4j.Signals;

/** Has a second copy of signals4j in the same process, as an application server may, and keeps using the first. */
public final class TwoLoaders {

    private TwoLoaders() {}

    public static void main(String... args) throws Exception {
        Signals.handle(SIGUSR1, event -> System.out.println("got " + event.signal()));
        List<URL> urls = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        try (URLClassLoader loader =
                new URLClassLoader("second", urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            Class<?> copy = Class.forName("org.signals4j.SignalSystem", true, loader);
            System.out.println("is a copy: " + (copy.getClassLoader() == loader));
            System.out.println("opened: " + copy.getMethod("open").invoke(null));
        } catch (InvocationTargetException refused) {
            System.out.println("refused: " + refused.getCause());
        }
        Stay.readyUntilEndOfInput();
    }
}
