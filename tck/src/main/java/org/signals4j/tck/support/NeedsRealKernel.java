/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** No emulator stands between the process and the kernel, see TckSettings.EMULATED. */
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Target({ElementType.METHOD, ElementType.TYPE})
@ExtendWith(Applicable.class)
public @interface NeedsRealKernel {}
