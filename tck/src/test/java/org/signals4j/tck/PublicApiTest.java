/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.ReflectionSupport;
import org.signals4j.tck.support.PublicApi;

/** Nothing that is public is forgotten when bad input is tried. */
class PublicApiTest {

    private static final Set<String> EXPORTED = Set.of("org.signals4j", "org.signals4j.spi");

    @Test
    void theListHasEachPublicType() {
        assertThat(ReflectionSupport.findAllClassesInPackage("org.signals4j", PublicApiTest::isApi, name -> true))
                .containsExactlyInAnyOrderElementsOf(PublicApi.TYPES);
    }

    private static boolean isApi(Class<?> type) {
        boolean isPublic = Modifier.isPublic(type.getModifiers());
        for (Class<?> outer = type.getEnclosingClass(); outer != null; outer = outer.getEnclosingClass()) {
            isPublic = isPublic && Modifier.isPublic(outer.getModifiers());
        }
        return isPublic && EXPORTED.contains(type.getPackageName());
    }
}
