/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.report;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.platform.commons.JUnitException;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.IncompleteExecutionException;
import org.signals4j.tck.TckResult;
import org.signals4j.tck.TckSettings;
import org.signals4j.tck.support.ReportFolder;

/**
 * Tells of the tests of the TCK while they run, and reports promise by promise when they have. JUnit finds it by itself,
 * whichever way the tests are run.
 */
public final class ReportListener implements TestExecutionListener {

    private static final String PACKAGE = "org.signals4j.tck.contract.";

    private final PrintStream output;
    private final Progress progress;
    private final List<Outcome> outcomes = new ArrayList<>();
    private final Map<String, Long> begun = new ConcurrentHashMap<>();
    private TestPlan plan;
    private String provider = "";
    private String directory;
    private long start;
    private long expected;
    private Report report;

    /** For JUnit. */
    public ReportListener() {
        this(System.out);
    }

    /** Writes to a stream, and to the directory that the configuration of the run has, if any. */
    public ReportListener(PrintStream output) {
        this.output = output;
        this.progress = new Progress(output);
    }

    /** Returns the totals, after the run. */
    public TckResult result() {
        return report == null ? new TckResult(0, 0, 0, 0, 0, 0) : report.result();
    }

    @Override
    public void testPlanExecutionStarted(TestPlan newPlan) {
        outcomes.clear();
        report = null;
        start = System.nanoTime();
        plan = newPlan;
        directory = null;
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        if (test.isTest()) {
            method(test).ifPresent(method -> {
                begun.put(test.getUniqueId(), System.nanoTime());
                // The name first: should the JVM die, one sees where.
                progress.begin(position(outcomes.size() + 1) + title(method) + " ");
            });
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Optional<MethodSource> method = method(test);
        if (method.isEmpty()) {
            result.getThrowable().filter(thrown -> isContainer(test)).ifPresent(thrown -> {
                Outcome problem = Outcome.problem(test.getDisplayName(), describe(explaining(thrown)));
                progress.line(problem.test() + " FAILED: " + problem.detail());
                outcomes.add(problem);
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
        progress.line(state == State.PASSED ? "ok (" + took.toMillis() + " ms)" : state.text() + ": " + detail);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        method(test).ifPresentOrElse(method -> skip(method, reason), () -> skippedClass(test, reason));
    }

    private void skip(MethodSource method, String reason) {
        add(method, State.NOT_APPLICABLE, reason, Duration.ZERO);
        progress.line(position(outcomes.size()) + title(method) + " " + reason);
    }

    /** All tests of a class are not applicable: each of those that were selected is told of. */
    private void skippedClass(TestIdentifier container, String reason) {
        tests(container).forEach(method -> skip(method, reason));
    }

    private Stream<MethodSource> tests(TestIdentifier container) {
        return plan.getDescendants(container).stream()
                .filter(TestIdentifier::isTest)
                .flatMap(test -> method(test).stream());
    }

    private String position(int number) {
        return String.format("[%3d/%3d] ", number, Math.max(expected, number));
    }

    /** A run of another provider begins, in the same plan. */
    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        String name = entry.getKeyValuePairs().get(TckSettings.PROVIDER);
        if (name != null) {
            finish();
            provider = name;
            expected = tests(engineOf(test)).count();
            directory = entry.getKeyValuePairs().get(TckSettings.REPORT);
            if (directory != null) {
                progress.openFile(Path.of(directory));
            }
        }
    }

    /** Each suite has an engine of its own. */
    private TestIdentifier engineOf(TestIdentifier test) {
        TestIdentifier engine = test;
        while (!engine.getUniqueIdObject().getLastSegment().getType().equals("engine")) {
            engine = plan.getParent(engine).orElseThrow();
        }
        return engine;
    }

    @Override
    public void testPlanExecutionFinished(TestPlan finished) {
        finish();
    }

    private void finish() {
        if (outcomes.isEmpty()) {
            return; // the TCK was not part of it
        }
        report = report();
        if (directory != null) {
            write(Path.of(directory));
        }
        output.println();
        output.print(TextReport.of(report));
        output.flush();
        outcomes.clear();
        start = System.nanoTime();
    }

    private Report report() {
        return Report.of(about(), Promises.all(), List.copyOf(outcomes), Duration.ofNanos(System.nanoTime() - start));
    }

    /** Before the text, which then has what went wrong with it. */
    private void write(Path folder) {
        progress.closeFile();
        try {
            Files.writeString(folder.resolve(ReportFolder.TEXT), TextReport.of(report));
            Files.writeString(folder.resolve(ReportFolder.JSON), JsonReport.of(report));
            Files.writeString(folder.resolve(ReportFolder.HTML), HtmlReport.of(report));
        } catch (IOException problem) {
            outcomes.add(Outcome.problem("the report", "it cannot be written: " + problem));
            report = report();
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

    /** What JUnit has wrapped. */
    private static Throwable explaining(Throwable thrown) {
        Throwable explaining = thrown;
        while (explaining instanceof JUnitException && explaining.getCause() != null) {
            explaining = explaining.getCause();
        }
        return explaining;
    }

    private static String describe(Throwable thrown) {
        if (thrown instanceof AssertionFailedError error && error.isExpectedDefined() && error.isActualDefined()) {
            return "expected: " + error.getExpected().getStringRepresentation() + "\nseen: "
                    + error.getActual().getStringRepresentation() + "\n" + error.getMessage();
        }
        if (thrown instanceof AssertionError || thrown instanceof IncompleteExecutionException) {
            return String.valueOf(thrown.getMessage());
        }
        StackTraceElement[] stack = thrown.getStackTrace();
        return thrown + (stack.length > 0 ? "\n  at " + stack[0] : "");
    }
}
