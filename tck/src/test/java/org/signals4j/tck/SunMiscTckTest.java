/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import org.junit.platform.suite.api.ConfigurationParameter;

@ConfigurationParameter(key = TckSettings.PROVIDER, value = "sunmisc")
class SunMiscTckTest extends SignalProviderTck {}
