/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.signals4j.tck.report.Promises;
import org.signals4j.tck.report.ReportListener;
import org.signals4j.tck.support.Environment;

/**
 * Runs the TCK in this process. Not safe for use by several threads, and not beside other users of signals.
 *
 * @since 0.1
 */
public final class TckRun {

    private final Map<String, String> settings = new LinkedHashMap<>();
    private String selection = "";

    /**
     * Prepares a run.
     *
     * @param provider the provider, see {@link TckSettings#PROVIDER}
     */
    public TckRun(String provider) {
        set(TckSettings.PROVIDER, provider);
    }

    /**
     * Sets one of {@link TckSettings}.
     *
     * @param name which
     * @param value the value
     * @return this
     */
    public TckRun set(String name, String value) {
        settings.put(Objects.requireNonNull(name, "name"), Objects.requireNonNull(value, "value"));
        return this;
    }

    /**
     * Runs some of the tests only.
     *
     * @param text the start of the name of a promise ({@code "DEL-3"}, {@code "DEL"}) or a part of the name of a class
     *     of tests
     * @return this
     * @throws IllegalArgumentException if the text is blank
     */
    public TckRun select(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("nothing is selected by a blank text");
        }
        selection = text;
        return this;
    }

    /**
     * Runs the tests and writes progress and the report in text; its last line is the totals.
     *
     * @param output where to
     * @return the totals
     * @throws IllegalArgumentException before anything is run, if there is no such provider, no such class of foreign
     *     handlers, no way to write a report to the directory, or another setting is wrong
     * @throws IllegalStateException before anything is run, if the provider is not available here
     */
    public TckResult run(PrintStream output) {
        ReportListener report = new ReportListener(Objects.requireNonNull(output, "output"));
        Environment.check(name ->
                Optional.ofNullable(settings.get(name)).or(() -> Optional.ofNullable(System.getProperty(name))));
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage("org.signals4j.tck.contract"))
                .filters(includeClassNamePatterns(".*Contract"), chosen())
                .configurationParameters(settings)
                .build();
        LauncherConfig config = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build();
        LauncherFactory.create(config).execute(request, report);
        return report.result();
    }

    private PostDiscoveryFilter chosen() {
        return test -> {
            if (selection.isEmpty() || !(test.getSource().orElse(null) instanceof MethodSource method)) {
                return FilterResult.included("a container, or nothing was chosen");
            }
            boolean chosen = method.getClassName().contains(selection)
                    || Promises.checkedBy(method.getJavaMethod()).stream()
                            .anyMatch(id -> id.equals(selection) || id.startsWith(selection + "-"));
            return FilterResult.includedIf(chosen);
        };
    }
}
