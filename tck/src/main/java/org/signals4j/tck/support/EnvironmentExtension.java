/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Gives a test the environment of its run. */
final class EnvironmentExtension implements BeforeEachCallback {

    private Environment environment;

    @Override
    public void beforeEach(ExtensionContext context) {
        environment = Environment.of(context);
    }

    Environment environment() {
        return environment;
    }
}
