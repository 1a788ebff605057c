/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.util.List;
import org.signals4j.ProviderCandidate;
import org.signals4j.SignalInfo;

/**
 * What {@code doctor} has found.
 *
 * @param provider the one in use; null if none can be used
 * @param candidates all that were looked at
 * @param signals what is known of each signal; empty without a provider
 */
record Diagnosis(
        Platform platform, Java java, String provider, List<ProviderCandidate> candidates, List<SignalInfo> signals) {

    /** A provider that could not be loaded could not be asked either; the api gives it the least number there is. */
    static boolean hasPriority(ProviderCandidate candidate) {
        return candidate.priority() != Integer.MIN_VALUE;
    }

    record Platform(String os, String version, String arch) {
        static Platform current() {
            return new Platform(
                    System.getProperty("os.name"), System.getProperty("os.version"), System.getProperty("os.arch"));
        }
    }

    record Java(String version, String vendor, String vm) {
        static Java current() {
            return new Java(
                    System.getProperty("java.version"),
                    System.getProperty("java.vendor"),
                    System.getProperty("java.vm.name"));
        }
    }
}
