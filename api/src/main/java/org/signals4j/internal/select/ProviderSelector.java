/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.internal.select;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Collectors;
import org.signals4j.NoProviderException;
import org.signals4j.ProviderCandidate;
import org.signals4j.spi.Availability;
import org.signals4j.spi.SignalProvider;

/**
 * Finds the providers and chooses one: the named one if there is a name, else the available one of the highest
 * priority, else of the first name. A provider that cannot be loaded is a candidate with a reason, and harms no other.
 */
public final class ProviderSelector {

    private static final Comparator<Found> BEST_FIRST =
            Comparator.comparingInt(Found::priority).reversed().thenComparing(Found::name);

    /** A loader that only ever fails must not keep us for ever. */
    private static final int MOST_STEPS = 1_000;

    private final List<Found> found;
    private final Found chosen;
    private final String wanted;

    private ProviderSelector(List<Found> found, String wanted) {
        this.found = found;
        this.wanted = wanted;
        this.chosen = found.stream()
                .filter(each -> each.available)
                .filter(each -> wanted == null || each.name.equals(wanted))
                .findFirst()
                .orElse(null);
    }

    /** Looks through the api's class loader, then through the thread's context class loader. */
    public static ProviderSelector find(String wanted) {
        List<ServiceLoader<SignalProvider>> loaders = new ArrayList<>();
        loaders.add(ServiceLoader.load(SignalProvider.class, SignalProvider.class.getClassLoader()));
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        if (context != null && context != SignalProvider.class.getClassLoader()) {
            loaders.add(ServiceLoader.load(SignalProvider.class, context));
        }
        return of(loaders, wanted);
    }

    static ProviderSelector of(List<ServiceLoader<SignalProvider>> loaders, String wanted) {
        List<Found> all = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (ServiceLoader<SignalProvider> loader : loaders) {
            Iterator<ServiceLoader.Provider<SignalProvider>> iterator =
                    loader.stream().iterator();
            for (int step = 0; step < MOST_STEPS; step++) {
                Optional<Found> next = next(iterator, types);
                if (next.isEmpty()) {
                    break;
                }
                all.add(next.get());
            }
        }
        all.removeIf(each -> each == Found.SEEN);
        all.sort(BEST_FIRST);
        return new ProviderSelector(all, wanted == null || wanted.isBlank() ? null : wanted.strip());
    }

    /** Takes one step, each part of which may fail in a provider that is broken. Empty at the end. */
    private static Optional<Found> next(
            Iterator<ServiceLoader.Provider<SignalProvider>> iterator, Set<String> typesSeen) {
        String name = "?";
        try {
            if (!iterator.hasNext()) {
                return Optional.empty();
            }
            ServiceLoader.Provider<SignalProvider> entry = iterator.next();
            name = entry.type().getName();
            if (!typesSeen.add(name)) {
                return Optional.of(Found.SEEN);
            }
            SignalProvider provider = entry.get();
            name = Objects.requireNonNull(provider.name(), () -> entry.type().getName() + " has no name");
            Availability availability = provider.availability();
            return Optional.of(
                    new Found(provider, name, provider.priority(), availability.isAvailable(), availability.reason()));
        } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
            return Optional.of(new Found(null, name, Integer.MIN_VALUE, false, "cannot be loaded: " + chain(broken)));
        }
    }

    private static String chain(Throwable thrown) {
        StringBuilder text = new StringBuilder(thrown.toString());
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            text.append(", caused by ").append(cause);
        }
        return text.toString();
    }

    /** The provider that was chosen. */
    public SignalProvider provider() {
        if (chosen == null) {
            throw new NoProviderException(problem(), candidates());
        }
        return chosen.provider;
    }

    /** All that were found, the best first, and what came of each. */
    public List<ProviderCandidate> candidates() {
        List<ProviderCandidate> candidates = new ArrayList<>();
        for (Found each : found) {
            candidates.add(
                    new ProviderCandidate(each.name, each.priority, each.available, each == chosen, reason(each)));
        }
        return List.copyOf(candidates);
    }

    private String reason(Found each) {
        if (!each.available || each == chosen) {
            return each.reason;
        }
        if (wanted != null && !each.name.equals(wanted)) {
            return each.reason + "; not chosen because '" + wanted + "' is asked for";
        }
        return each.reason + "; not chosen because '" + chosen.name + "' comes first";
    }

    private String problem() {
        if (found.isEmpty()) {
            return "there is no provider of signals on the path; add org.signals4j:signals4j-provider-linux (or"
                    + " -sunmisc) to it";
        }
        if (wanted != null && found.stream().noneMatch(each -> each.name.equals(wanted))) {
            return "there is no provider '" + wanted
                    + "', which was asked for by name or by signals4j.provider; there is "
                    + found.stream().map(each -> "'" + each.name + "'").collect(Collectors.joining(", "));
        }
        StringBuilder text = new StringBuilder();
        if (wanted != null) {
            text.append("the provider '").append(wanted).append("' that was asked for cannot be used");
        } else {
            text.append("no provider of signals can be used here");
        }
        for (Found each : found) {
            if (wanted == null || each.name.equals(wanted)) {
                text.append("; ").append(each.name).append(": ").append(each.reason);
            }
        }
        return text.toString();
    }

    private record Found(SignalProvider provider, String name, int priority, boolean available, String reason) {

        /** Stands for a class that the loader before had found already. */
        static final Found SEEN = new Found(null, "", 0, false, "");
    }
}
