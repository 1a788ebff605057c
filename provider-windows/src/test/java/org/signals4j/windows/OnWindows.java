/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.windows;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests elsewhere, and says so where whoever builds sees it: surefire prints a number alone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnWindows.Condition.class)
@interface OnWindows {

    /** Looks at the system. */
    final class Condition implements ExecutionCondition {

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (OS.WINDOWS.isCurrentOs()) {
                return ConditionEvaluationResult.enabled("this is Windows");
            }
            String reason = context.getDisplayName() + " is skipped: it needs Windows; .ci/windows runs it under Wine";
            System.out.println(reason);
            return ConditionEvaluationResult.disabled(reason);
        }
    }
}
