/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.signals4j.Capability;
import org.signals4j.Signal;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;
import org.signals4j.spi.SignalSpec;
import org.signals4j.tck.ForeignHandlers;
import org.signals4j.tck.TckSettings;

/** The provider under test and what its tester has set, read from the configuration of a run. */
public final class Environment {

    private static final List<String> HARMLESS = List.of(
            "SIGURG", "SIGWINCH", "SIGUSR1", "SIGIO", "SIGCONT", "SIGABRT", "SIGBREAK", "SIGTERM", "SIGINT", "SIGHUP");

    private final Function<String, Optional<String>> settings;
    private final SignalProvider provider;
    private final Set<Capability> capabilities;
    private final List<SignalSpec> table;

    private Environment(Function<String, Optional<String>> settings) {
        this.settings = settings;
        String name = settings.apply(TckSettings.PROVIDER)
                .orElseThrow(
                        () -> new IllegalStateException("say which provider is to be tested: " + TckSettings.PROVIDER));
        this.provider = provider(name);
        IdleProvider.retireTheLastSystem();
        try (SignalBackend backend = provider.open()) {
            this.capabilities = Set.copyOf(backend.capabilities());
            this.table = List.copyOf(backend.signals());
        }
    }

    /** Returns that of a run, made once. */
    public static Environment of(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Environment.class))
                .getOrComputeIfAbsent(
                        Environment.class,
                        key -> {
                            Environment environment = new Environment(context::getConfigurationParameter);
                            // For the report: what a suite has set, its run alone knows.
                            Map<String, String> entry = new LinkedHashMap<>();
                            entry.put(TckSettings.PROVIDER, environment.providerName());
                            environment
                                    .setting(TckSettings.REPORT)
                                    .ifPresent(text -> entry.put(TckSettings.REPORT, text));
                            context.publishReportEntry(entry);
                            return environment;
                        },
                        Environment.class);
    }

    /** Returns a new object of the provider of a name, or of a class. */
    public static SignalProvider provider(String name) {
        List<String> found = new ArrayList<>();
        for (SignalProvider each : ServiceLoader.load(SignalProvider.class)) {
            if (each.name().equals(name)) {
                return each;
            }
            found.add(each.name());
        }
        try {
            return (SignalProvider)
                    Class.forName(name, true, Thread.currentThread().getContextClassLoader())
                            .getConstructor()
                            .newInstance();
        } catch (ReflectiveOperationException | ClassCastException problem) {
            throw new IllegalStateException(
                    "there is no provider and no class of a provider named '" + name + "'; found: " + found, problem);
        }
    }

    public SignalProvider provider() {
        return provider;
    }

    /** The provider as it has to be named for {@link #provider(String)}. */
    public String providerName() {
        return settings.apply(TckSettings.PROVIDER).orElseThrow();
    }

    public Set<Capability> capabilities() {
        return capabilities;
    }

    public List<SignalSpec> table() {
        return table;
    }

    public boolean supports(String signal) {
        return table.stream()
                .anyMatch(spec ->
                        spec.signal().name().equals(signal) && spec.refusal().isEmpty());
    }

    public int number(Signal signal) {
        return table.stream()
                .filter(spec -> spec.signal().equals(signal))
                .findFirst()
                .orElseThrow()
                .number();
    }

    /** Supported signals that this process can raise without harm once they are taken. */
    public List<Signal> harmless() {
        return HARMLESS.stream().filter(this::supports).map(Signal::of).toList();
    }

    public boolean isEmulated() {
        return settings.apply(TckSettings.EMULATED).map(Boolean::parseBoolean).orElse(false);
    }

    public boolean hasProcesses() {
        return settings.apply(TckSettings.PROCESSES).map(Boolean::parseBoolean).orElse(true);
    }

    public Optional<ForeignHandlers> foreignHandlers() {
        return settings.apply(TckSettings.FOREIGN).map(Environment::foreignHandlers);
    }

    public static ForeignHandlers foreignHandlers(String className) {
        try {
            return (ForeignHandlers)
                    Class.forName(className, true, Thread.currentThread().getContextClassLoader())
                            .getConstructor()
                            .newInstance();
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException("no " + TckSettings.FOREIGN + ": " + className, problem);
        }
    }

    /** The outside sender, if there is one. */
    public Optional<Sender> sender() {
        return hasProcesses() ? Sender.of(settings.apply(TckSettings.SENDER)) : Optional.empty();
    }

    public double timeScale() {
        return settings.apply(TckSettings.TIME_SCALE).map(Double::parseDouble).orElse(1.0);
    }

    public Optional<String> setting(String name) {
        return settings.apply(name).filter(text -> !text.isBlank());
    }
}
