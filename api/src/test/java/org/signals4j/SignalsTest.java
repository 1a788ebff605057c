/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SignalsTest extends SystemFixture {

    @Test
    void hasEveryMethodOfTheSystem() {
        Set<String> system = Arrays.stream(SignalSystem.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !Set.of("close", "toString").contains(method.getName()))
                .map(SignalsTest::signature)
                .collect(Collectors.toSet());
        Set<String> facade = Arrays.stream(Signals.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !method.getName().equals("system"))
                .map(SignalsTest::signature)
                .collect(Collectors.toSet());
        assertThat(facade).isEqualTo(system);
    }

    private static String signature(Method method) {
        return method.getGenericReturnType() + " " + method.getName()
                + Arrays.toString(method.getGenericParameterTypes())
                + Arrays.toString(method.getGenericExceptionTypes());
    }

    @Test
    void servesTheSystemThatIsOpen() {
        assertThat(Signals.system()).isSameAs(system);
        assertThat(Signals.provider()).isEqualTo("scripted");
        SignalHandler handler = seen::add;
        assertThat(Signals.handle(StandardSignal.SIGUSR1, handler)).isSameAs(SignalHandler.DEFAULT);
        assertThat(Signals.handle(StandardSignal.SIGUSR1, handler)).isSameAs(handler);
        Signals.raise(StandardSignal.SIGUSR1);
        soon().until(() -> seen.size() == 1);
        assertThat(Signals.handler(StandardSignal.SIGUSR1)).isSameAs(system.handler(StandardSignal.SIGUSR1));
    }
}
