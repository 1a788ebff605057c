/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.signals4j.Capability;
import org.signals4j.Signal;
import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalBackend;
import org.signals4j.spi.SignalProvider;
import org.signals4j.spi.SignalSpec;
import org.signals4j.tck.ForeignHandlers;
import org.signals4j.tck.TckSettings;

/** The provider under test and what its tester has set, read from the configuration of a run. */
public final class Environment {

    /** A loader that only ever fails must not keep us for ever. */
    private static final int MOST_STEPS = 1_000;

    private static final List<String> HARMLESS = List.of(
            "SIGURG", "SIGWINCH", "SIGUSR1", "SIGIO", "SIGCONT", "SIGABRT", "SIGBREAK", "SIGTERM", "SIGINT", "SIGHUP");

    /** How long a provider may take to be found, looked at and opened. */
    private static final Duration OPENING = Duration.ofSeconds(30);

    private final Function<String, Optional<String>> settings;
    private final SignalProvider provider;
    private final Optional<String> foreignHandlers;
    private final Set<Capability> capabilities;
    private final List<SignalSpec> table;
    private volatile String givenUp;

    /** A first opening, or why there is none. */
    private record Opening(Environment environment, Throwable problem) {}

    private Environment(Function<String, Optional<String>> settings) {
        this.settings = settings;
        this.provider = availableProvider(settings);
        this.foreignHandlers = foreignClass(settings);
        foreignHandlers.ifPresent(Environment::foreignHandlers);
        IdleProvider.retireTheLastSystem();
        try (SignalBackend backend = provider.open()) {
            this.capabilities = Set.copyOf(backend.capabilities());
            this.table = List.copyOf(backend.signals());
        }
    }

    /** Returns that of a run, made once; what has kept it from being made is thrown each time. */
    public static Environment of(ExtensionContext context) {
        Opening opening = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(Environment.class))
                .getOrComputeIfAbsent(Opening.class, key -> open(context), Opening.class);
        if (opening.problem() instanceof Error error) {
            throw error;
        }
        if (opening.problem() != null) {
            throw (RuntimeException) opening.problem();
        }
        return opening.environment();
    }

    private static Opening open(ExtensionContext context) {
        Function<String, Optional<String>> settings = context::getConfigurationParameter;
        // For the report, and first: what a suite has set, its run alone knows.
        Map<String, String> entry = new LinkedHashMap<>();
        entry.put(TckSettings.PROVIDER, settings.apply(TckSettings.PROVIDER).orElse("?"));
        try {
            Optional<String> report = settings.apply(TckSettings.REPORT).filter(text -> !text.isBlank());
            report.ifPresent(ReportFolder::prepare);
            report.ifPresent(text -> entry.put(TckSettings.REPORT, text));
        } catch (IllegalArgumentException problem) {
            return new Opening(null, problem);
        } finally {
            context.publishReportEntry(entry);
        }
        try {
            return new Opening(limited(settings, "opened", () -> new Environment(settings)), null);
        } catch (RuntimeException | Error problem) {
            return new Opening(null, problem);
        }
    }

    /**
     * Looks at the settings before anything is run.
     *
     * @throws IllegalArgumentException if one of them is wrong
     * @throws IllegalStateException if the provider is not available here
     */
    public static void check(Function<String, Optional<String>> settings) {
        settings.apply(TckSettings.REPORT).filter(text -> !text.isBlank()).ifPresent(ReportFolder::prepare);
        limited(settings, "looked at", () -> {
            settings.apply(TckSettings.FOREIGN).filter(name -> !name.isBlank()).ifPresent(Environment::foreignHandlers);
            return availableProvider(settings);
        });
    }

    private static <T> T limited(Function<String, Optional<String>> settings, String what, Limited.Action<T> action) {
        Patience.setScale(settings.apply(TckSettings.TIME_SCALE)
                .map(TckSettings::timeScale)
                .orElse(1.0));
        String provider = settings.apply(TckSettings.PROVIDER).orElse("?");
        try {
            return Limited.run(
                    "opening", Patience.scaled(OPENING), () -> "the provider '" + provider + "' to be " + what, action);
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable checked) {
            throw new IllegalStateException("the provider '" + provider + "' cannot be " + what, checked);
        }
    }

    private static SignalProvider availableProvider(Function<String, Optional<String>> settings) {
        SignalProvider provider = provider(settings.apply(TckSettings.PROVIDER)
                .orElseThrow(() ->
                        new IllegalArgumentException("say which provider is to be tested: " + TckSettings.PROVIDER)));
        Availability availability = provider.availability();
        if (!availability.isAvailable()) {
            throw new IllegalStateException(
                    "the provider '" + provider.name() + "' is not available here: " + availability.reason());
        }
        return provider;
    }

    /** Returns a new object of the provider of a name, or of a class. */
    public static SignalProvider provider(String name) {
        List<String> found = new ArrayList<>();
        Iterator<ServiceLoader.Provider<SignalProvider>> all =
                ServiceLoader.load(SignalProvider.class).stream().iterator();
        for (int step = 0; step < MOST_STEPS; step++) {
            try {
                if (!all.hasNext()) {
                    break;
                }
                SignalProvider each = all.next().get();
                if (each.name().equals(name)) {
                    return each;
                }
                found.add(each.name());
            } catch (ServiceConfigurationError | LinkageError broken) {
                found.add(broken.toString()); // another one than what is asked for, or else that is said below
            }
        }
        try {
            return instance(SignalProvider.class, name);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException problem) {
            throw new IllegalArgumentException(
                    "there is no provider and no class of a provider named '" + name + "' (" + problem + "); found: "
                            + found,
                    problem);
        }
    }

    private static <T> T instance(Class<T> type, String className) throws ReflectiveOperationException {
        return type.cast(Class.forName(className, true, Thread.currentThread().getContextClassLoader())
                .getConstructor()
                .newInstance());
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

    /** The name of a class with a way to foreign handlers, if there is one. */
    public Optional<String> foreignHandlers() {
        return foreignHandlers;
    }

    private static Optional<String> foreignClass(Function<String, Optional<String>> settings) {
        return settings.apply(TckSettings.FOREIGN)
                .or(() -> PosixForeignHandlers.isAvailable()
                        ? Optional.of(PosixForeignHandlers.class.getName())
                        : Optional.empty())
                .filter(name -> !name.isBlank());
    }

    public static ForeignHandlers foreignHandlers(String className) {
        try {
            return instance(ForeignHandlers.class, className);
        } catch (ReflectiveOperationException | LinkageError | ClassCastException problem) {
            throw new IllegalArgumentException(
                    TckSettings.FOREIGN + " is not a class with a way to foreign handlers: '" + className + "' ("
                            + problem + ")",
                    problem);
        }
    }

    /** Has no further test run. */
    void giveUp(String reason) {
        givenUp = reason;
    }

    /** Why no further test is run, if that is so. */
    Optional<String> givenUp() {
        return Optional.ofNullable(givenUp);
    }

    /** The outside sender, if there is one. */
    public Optional<Sender> sender() {
        return hasProcesses() ? Sender.of(settings.apply(TckSettings.SENDER)) : Optional.empty();
    }

    public double timeScale() {
        return settings.apply(TckSettings.TIME_SCALE)
                .map(TckSettings::timeScale)
                .orElse(1.0);
    }

    public Optional<String> setting(String name) {
        return settings.apply(name).filter(text -> !text.isBlank());
    }
}
