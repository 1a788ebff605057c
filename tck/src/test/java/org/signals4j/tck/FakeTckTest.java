/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import org.junit.platform.suite.api.ConfigurationParameter;

/** The fake of signals4j-testing is held to the contract as well, as far as it can be without a process. */
@ConfigurationParameter(key = TckSettings.PROVIDER, value = "org.signals4j.testing.FakeSignalProvider")
@ConfigurationParameter(key = TckSettings.PROCESSES, value = "false")
class FakeTckTest extends SignalProviderTck {}
