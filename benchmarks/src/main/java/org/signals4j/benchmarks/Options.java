/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What follows the name of a measurement: pairs of a name and a value. */
final class Options {

    private static final Set<String> NUMBERS = Set.of("--rounds", "--pings", "--warmup", "--pause");
    private static final String JSON = "--json";

    private final Map<String, Integer> numbers = new HashMap<>();
    private Path json;

    private Options() {}

    static Options parse(List<String> args) {
        Options options = new Options();
        for (int i = 0; i < args.size(); i += 2) {
            String name = args.get(i);
            if (!NUMBERS.contains(name) && !name.equals(JSON)) {
                throw new IllegalArgumentException("unknown option: " + name);
            }
            if (i + 1 == args.size()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options.set(name, args.get(i + 1));
        }
        return options;
    }

    private void set(String name, String value) {
        if (name.equals(JSON)) {
            json = Path.of(value);
        } else if (value.matches("[1-9]\\d{0,8}")) {
            numbers.put(name, Integer.parseInt(value));
        } else {
            throw new IllegalArgumentException(name + " needs a number from 1, not " + value);
        }
    }

    int rounds(int otherwise) {
        return numbers.getOrDefault("--rounds", otherwise);
    }

    int pings(int otherwise) {
        return numbers.getOrDefault("--pings", otherwise);
    }

    int warmUp(int otherwise) {
        return numbers.getOrDefault("--warmup", otherwise);
    }

    int pauseMicros(int otherwise) {
        return numbers.getOrDefault("--pause", otherwise);
    }

    Optional<Path> json() {
        return Optional.ofNullable(json);
    }
}
