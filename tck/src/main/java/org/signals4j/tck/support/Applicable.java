/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck.support;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;
import static org.junit.platform.commons.support.AnnotationSupport.findAnnotation;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.signals4j.Capability;

/** Skips a test whose needs are not met, with what is missing. */
final class Applicable implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Optional<AnnotatedElement> element = context.getElement();
        if (element.isEmpty()) {
            return enabled("no element");
        }
        Environment environment = Environment.of(context);
        if (environment.givenUp().isPresent()) {
            return disabled("not tested: " + environment.givenUp().get());
        }
        List<String> missing = new ArrayList<>();
        on(element.get(), Needs.class, needs -> {
            for (Capability each : needs.value()) {
                if (!environment.capabilities().contains(each)) {
                    missing.add("provider '" + environment.provider().name() + "' lacks " + each);
                }
            }
        });
        on(element.get(), NeedsAbsent.class, needs -> {
            for (Capability each : needs.value()) {
                if (environment.capabilities().contains(each)) {
                    missing.add("provider '" + environment.provider().name() + "' has " + each);
                }
            }
        });
        on(element.get(), NeedsProcess.class, needs -> {
            if (!environment.hasProcesses()) {
                missing.add("the provider serves no real process");
            }
        });
        on(element.get(), NeedsRealKernel.class, needs -> {
            if (environment.isEmulated()) {
                missing.add("the emulator does not carry this over to the kernel");
            }
        });
        on(element.get(), NeedsSender.class, needs -> {
            if (environment.sender().isEmpty()) {
                missing.add("there is no outside sender");
            }
        });
        on(element.get(), NeedsForeign.class, needs -> {
            if (environment.foreignHandlers().isEmpty()) {
                missing.add("there is no way to a foreign handler");
            }
        });
        on(element.get(), NeedsSignal.class, needs -> {
            for (String each : needs.value()) {
                if (!environment.supports(each)) {
                    missing.add("there is no " + each + " to be taken");
                }
            }
        });
        return missing.isEmpty() ? enabled("applicable") : disabled("not applicable: " + String.join(", ", missing));
    }

    private static <A extends Annotation> void on(AnnotatedElement element, Class<A> type, Consumer<A> action) {
        findAnnotation(element, type).ifPresent(action);
    }
}
