/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.opentest4j.AssertionFailedError;
import org.signals4j.tck.TckResult;
import org.signals4j.tck.TckSettings;

/**
 * Tells of the tests of the TCK while they run, and reports promise by promise when they have. JUnit finds it by itself,
 * whichever way the tests are run.
 */
public final class ReportListener implements TestExecutionListener {

    private static final String PACKAGE = "org.signals4j.tck.contract.";

    private final PrintStream output;
    private final String givenDirectory;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private String provider = "";
    private String directory;
    private long start;
    private long expected;
    private Report report;

    /** For JUnit. */
    public ReportListener() {
        this(System.out, null);
    }

    /** Writes to a stream, and the files to a directory, unless it is null and the configuration has none. */
    public ReportListener(PrintStream output, String directory) {
        this.output = output;
        this.givenDirectory = directory;
    }

    /** Returns the totals, after the run. */
    public TckResult result() {
        return report == null ? new TckResult(0, 0, 0, 0, 0) : report.result();
    }

    @Override
    public void testPlanExecutionStarted(TestPlan plan) {
        outcomes.clear();
        report = null;
        start = System.nanoTime();
        expected =
                plan.countTestIdentifiers(test -> test.isTest() && method(test).isPresent());
        directory = givenDirectory;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            method(test).ifPresent(method -> {
                begun.put(test.getUniqueId(), System.nanoTime());
                // The name first: should the JVM die, one sees where.
                output.printf(
                        "[%3d/%3d] %s ", outcomes.size() + 1, Math.max(expected, outcomes.size() + 1), title(method));
                output.flush();
            });
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<MethodSource> method = method(test);
        if (method.isEmpty()) {
            result.getThrowable().filter(thrown -> isContainer(test)).ifPresent(thrown -> {
                output.println(test.getDisplayName() + " FAILED: " + thrown);
                outcomes.add(
                        new Outcome(test.getDisplayName(), List.of(), State.FAILED, thrown.toString(), Duration.ZERO));
            });
            return;
        }
        Long since = begun.remove(test.getUniqueId());
        if (since == null) {
            return; // a container of a test with several invocations
        }
        Duration took = Duration.ofNanos(System.nanoTime() - since);
        State state = switch (result.getStatus()) {
            case SUCCESSFUL -> State.PASSED;
            case FAILED -> State.FAILED;
            case ABORTED -> State.NOT_APPLICABLE;
        };
        String detail = result.getThrowable().map(ReportListener::describe).orElse("");
        add(method.get(), state, detail, took);
        output.println(state == State.PASSED ? "ok (" + took.toMillis() + " ms)" : state.text() + ": " + detail);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        method(test).ifPresentOrElse(method -> skip(method, reason), () -> skippedClass(test, reason));
    }

    private void skip(MethodSource method, String reason) {
        add(method, State.NOT_APPLICABLE, reason, Duration.ZERO);
        output.printf("[%3d/%3d] %s %s%n", outcomes.size(), Math.max(expected, outcomes.size()), title(method), reason);
    }

    /** All tests of a class are not applicable: each of them is told of. */
    private void skippedClass(TestIdentifier container, String reason) {
        container
                .getSource()
                .filter(org.junit.platform.engine.support.descriptor.ClassSource.class::isInstance)
                .map(org.junit.platform.engine.support.descriptor.ClassSource.class::cast)
                .filter(source -> source.getClassName().startsWith(PACKAGE))
                .ifPresent(source -> {
                    for (var method : source.getJavaClass().getDeclaredMethods()) {
                        if (!Promises.checkedBy(method).isEmpty()) {
                            skip(MethodSource.from(source.getJavaClass(), method), reason);
                        }
                    }
                });
    }

    /** A run of another provider begins, in the same plan. */
    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String name = entry.getKeyValuePairs().get(TckSettings.PROVIDER);
        if (name != null) {
            finish();
            provider = name;
            if (givenDirectory == null) {
                directory = entry.getKeyValuePairs().get(TckSettings.REPORT);
            }
        }
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        finish();
    }

    private void finish() {
        if (outcomes.isEmpty()) {
            return; // the TCK was not part of it
        }
        report = Report.of(about(), Promises.all(), List.copyOf(outcomes), Duration.ofNanos(System.nanoTime() - start));
        if (directory != null) {
            write(Path.of(directory));
        }
        output.println();
        output.print(TextReport.of(report));
        output.flush();
        outcomes.clear();
        start = System.nanoTime();
    }

    private void write(Path where) {
        try {
            Files.createDirectories(where);
            Files.writeString(where.resolve("report.txt"), TextReport.of(report));
            Files.writeString(where.resolve("report.json"), JsonReport.of(report));
            Files.writeString(where.resolve("report.html"), HtmlReport.of(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> about() {
        Map<String, String> about = new LinkedHashMap<>();
        about.put("provider", provider);
        about.put("platform", property("os.name") + " " + property("os.version") + " " + property("os.arch"));
        about.put("JDK", property("java.vm.vendor") + " " + property("java.runtime.version"));
        about.put("duration", Duration.ofNanos(System.nanoTime() - start).toMillis() + " ms");
        return about;
    }

    private static String property(String name) {
        return System.getProperty(name, "?");
    }

    private void add(MethodSource method, State state, String detail, Duration took) {
        String test = simpleName(method) + "." + method.getMethodName();
        outcomes.add(new Outcome(test, Promises.checkedBy(method.getJavaMethod()), state, detail, took));
    }

    private static String title(MethodSource method) {
        return String.join(" ", Promises.checkedBy(method.getJavaMethod())) + " " + simpleName(method) + "."
                + method.getMethodName() + " ...";
    }

    private static String simpleName(MethodSource method) {
        return method.getClassName().substring(method.getClassName().lastIndexOf('.') + 1);
    }

    private static Optional<MethodSource> method(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .filter(source -> source.getClassName().startsWith(PACKAGE));
    }

    private static boolean isContainer(TestIdentifier test) {
        return test.isContainer()
                && test.getSource()
                        .map(Object::toString)
                        .filter(source -> source.contains(PACKAGE))
                        .isPresent();
    }

    private static String describe(Throwable thrown) {
        if (thrown instanceof AssertionFailedError error && error.isExpectedDefined() && error.isActualDefined()) {
            return "expected: " + error.getExpected().getStringRepresentation() + "\nseen: "
                    + error.getActual().getStringRepresentation() + "\n" + error.getMessage();
        }
        if (thrown instanceof AssertionError || thrown instanceof org.opentest4j.IncompleteExecutionException) {
            return String.valueOf(thrown.getMessage());
        }
        StackTraceElement[] stack = thrown.getStackTrace();
        return thrown + (stack.length > 0 ? "\n  at " + stack[0] : "");
    }
}
