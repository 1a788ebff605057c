/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationConverterTest {

    private final DurationConverter converter = new DurationConverter();

    @ParameterizedTest
    @CsvSource({
        "10s, PT10S",
        "500ms, PT0.5S",
        "2m, PT2M",
        "1h, PT1H",
        "7, PT7S",
        "3S, PT3S",
        "PT1M30S, PT1M30S",
        "pt0.25s, PT0.25S"
    })
    void readsAllForms(String text, Duration expected) {
        assertThat(converter.convert(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "10d", "10 s", "-5s", "1.5s", "99999999999999999999", "9223372036854775807h"})
    void refusesWhatIsNoTime(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("'" + text + "' is not a time such as 10s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0ms", "PT-1S"})
    void refusesNoTimeAtAll(String text) {
        assertThatThrownBy(() -> converter.convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("longer than nothing");
    }
}
