/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** The provider serves a real process, which a test may start and end. */
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(Applicable.class)
public @interface NeedsProcess {}
