/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/**
 * The TCK as a test of one's own build. A subclass names its provider:
 *
 * <pre>{@code
 * @ConfigurationParameter(key = TckSettings.PROVIDER, value = "mailbox")
 * class MailboxTckTest extends SignalProviderTck {}
 * }</pre>
 *
 * <p>{@link TckSettings} has the other parameters. The engine {@code junit-platform-suite-engine} comes with this
 * module.
 *
 * @since 0.1
 */
@Suite
@SelectPackages("org.signals4j.tck.contract")
@IncludeClassNamePatterns(".*Contract")
public abstract class SignalProviderTck {

    /** For subclasses. */
    protected SignalProviderTck() {}
}
