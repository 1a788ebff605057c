/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.benchmarks;

import java.util.Collection;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Numbers in order, of which one wants to know the middle and the ends. */
final class Distribution {

    private final double[] sorted;

    private Distribution(DoubleStream values) {
        sorted = values.sorted().toArray();
        if (sorted.length == 0) {
            throw new IllegalArgumentException("no values");
        }
    }

    static Distribution ofSlices(Collection<long[]> slices) {
        return new Distribution(slices.stream().flatMapToLong(LongStream::of).asDoubleStream());
    }

    static Distribution of(long[] values) {
        return new Distribution(LongStream.of(values).asDoubleStream());
    }

    static Distribution of(Collection<Double> values) {
        return new Distribution(values.stream().mapToDouble(Double::doubleValue));
    }

    /** Returns the smallest value that so many percent of the values do not exceed. */
    double percentile(int percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[Math.max(rank, 1) - 1];
    }

    double median() {
        return percentile(50);
    }
}
