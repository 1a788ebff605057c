/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.broken;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs of the TCK, two at a time: mostly they wait. */
final class Trials<K extends Enum<K>> implements AutoCloseable {

    private final ExecutorService two = Executors.newFixedThreadPool(2);
    private final Map<K, Future<Verdict>> verdicts;

    Trials(Class<K> type) {
        verdicts = new EnumMap<>(type);
    }

    void start(K broken, Callable<Verdict> trial) {
        verdicts.put(broken, two.submit(trial));
    }

    Verdict verdict(K broken) throws Exception {
        try {
            return verdicts.get(broken).get();
        } catch (ExecutionException failed) {
            throw new AssertionError(
                    broken + " was not judged: " + failed.getCause().getMessage(), failed.getCause());
        }
    }

    @Override
    public void close() {
        two.shutdownNow();
    }
}
