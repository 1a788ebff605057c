/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.signals4j.Signal;
import org.signals4j.tck.TckSettings;

/** A child JVM that is about to be started. */
public final class ChildLaunch {

    private static final Path ENV = Path.of("/usr/bin/env");

    private final Environment environment;
    private final Class<? extends ChildProgram> program;
    private final List<?> arguments;
    private final Consumer<Child> started;
    private final List<String> prefix = new ArrayList<>();
    private final List<String> jvm = new ArrayList<>(List.of("-XX:-UsePerfData", "-Xmx256m", "-Xshare:auto"));
    private final List<String> variables = new ArrayList<>();
    private final Set<String> moreClassPath = new LinkedHashSet<>();
    private final Set<Signal> ignored = new LinkedHashSet<>();

    ChildLaunch(
            Environment environment,
            Class<? extends ChildProgram> program,
            List<?> arguments,
            Consumer<Child> started) {
        this.environment = environment;
        this.program = program;
        this.arguments = arguments;
        this.started = started;
        if (Runtime.version().feature() >= 24) {
            jvm.add("--enable-native-access=ALL-UNNAMED");
        }
        jvm.add("-D" + TckSettings.TIME_SCALE + "=" + environment.timeScale());
        environment.setting(TckSettings.JVM_ARGUMENTS).ifPresent(text -> jvm.addAll(words(text)));
    }

    public ChildLaunch prefix(String... words) {
        prefix.addAll(List.of(words));
        return this;
    }

    public ChildLaunch jvm(String... options) {
        jvm.addAll(List.of(options));
        return this;
    }

    /** Starts it with more on the class path, before all else. */
    public ChildLaunch classPath(Path folder) {
        moreClassPath.add(folder.toAbsolutePath().toString());
        return this;
    }

    public ChildLaunch environment(String name, String value) {
        variables.add(name + "=" + value);
        return this;
    }

    /** Starts it with signals ignored, as {@code nohup} does. */
    public ChildLaunch ignoring(Signal... signals) {
        Assumptions.assumeTrue(
                hasEnv(), "not applicable: there is no env(1) with --ignore-signal to start a program with");
        ignored.addAll(List.of(signals));
        return this;
    }

    public Child start() {
        List<String> command = new ArrayList<>();
        if (hasEnv()) {
            // Whatever this JVM was started with, a child begins with defaults.
            command.addAll(List.of(ENV.toString(), "--default-signal"));
            ignored.forEach(signal -> command.add("--ignore-signal=" + environment.number(signal)));
        }
        command.addAll(prefix);
        environment.setting(TckSettings.LAUNCHER).ifPresent(text -> command.addAll(words(text)));
        command.add(environment
                .setting(TckSettings.JAVA)
                .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(jvm);
        command.addAll(List.of("-cp", classPath(), ChildMain.class.getName(), program.getName()));
        command.add(environment.providerName());
        arguments.forEach(each -> command.add(each instanceof Signal signal ? signal.name() : each.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        for (String each : variables) {
            String[] pair = each.split("=", 2);
            builder.environment().put(pair[0], pair[1]);
        }
        try {
            Child child = new Child(environment, builder.start());
            started.accept(child);
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean hasEnv() {
        return System.getProperty("os.name").equals("Linux") && Files.isExecutable(ENV);
    }

    private static List<String> words(String text) {
        return List.of(text.trim().split(" +"));
    }

    /** All that this JVM sees, modules and classes, as one class path. */
    private String classPath() {
        Set<String> parts = new LinkedHashSet<>(moreClassPath);
        addParts(parts, System.getProperty("java.class.path"));
        addParts(parts, System.getProperty("surefire.test.class.path"));
        addParts(parts, System.getProperty("jdk.module.path"));
        for (Class<?> each : List.of(program, environment.provider().getClass(), Signal.class)) {
            CodeSource source = each.getProtectionDomain().getCodeSource();
            if (source != null) {
                parts.add(Path.of(java.net.URI.create(source.getLocation().toString()))
                        .toString());
            }
        }
        return parts.stream().collect(Collectors.joining(File.pathSeparator));
    }

    private static void addParts(Set<String> parts, String path) {
        if (path != null && !path.isEmpty()) {
            Arrays.stream(path.split(File.pathSeparator))
                    .map(part -> Path.of(part).toAbsolutePath().toString())
                    .forEach(parts::add);
        }
    }
}
