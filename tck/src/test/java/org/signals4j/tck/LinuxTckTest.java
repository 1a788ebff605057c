/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import org.junit.platform.suite.api.ConfigurationParameter;

/** On another system than Linux this says that the provider is not available. */
@ConfigurationParameter(key = TckSettings.PROVIDER, value = "linux")
@ConfigurationParameter(key = TckSettings.FOREIGN, value = "org.signals4j.tck.LinuxForeignHandlers")
class LinuxTckTest extends SignalProviderTck {}
