/* SPDX-License-Identifier: Apache-2.0 */
package com.example.mailbox;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.signals4j.tck.SignalProviderTck;
import org.signals4j.tck.TckSettings;

/** Everything that the contract asks of a provider. */
@ConfigurationParameter(key = TckSettings.PROVIDER, value = "mailbox")
class ExampleTckTest extends SignalProviderTck {}
