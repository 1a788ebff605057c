/* SPDX-License-Identifier: Apache-2.0 */
package org.signals4j.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a length of time: a number with a unit, a number of seconds, or ISO 8601. */
final class DurationConverter implements ITypeConverter<Duration> {

    private static final Pattern SHORT = Pattern.compile("(\\d+)(ms|s|m|h)?");

    private static final Map<String, ChronoUnit> UNITS =
            Map.of("ms", ChronoUnit.MILLIS, "s", ChronoUnit.SECONDS, "m", ChronoUnit.MINUTES, "h", ChronoUnit.HOURS);

    @Override
    public Duration convert(String text) {
        Duration duration;
        try {
            duration = parse(text.toLowerCase(Locale.ROOT));
        } catch (RuntimeException wrong) { // not a number, not ISO, or beyond what a Duration holds
            throw new TypeConversionException("'" + text + "' is not a time such as 10s, 500ms, 2m, 1h or PT1M30S");
        }
        if (duration.isNegative() || duration.isZero()) {
            throw new TypeConversionException("'" + text + "' has to be longer than nothing");
        }
        return duration;
    }

    private static Duration parse(String text) {
        Matcher matcher = SHORT.matcher(text);
        if (!matcher.matches()) {
            return Duration.parse(text);
        }
        String unit = matcher.group(2) == null ? "s" : matcher.group(2);
        return Duration.of(Long.parseLong(matcher.group(1)), UNITS.get(unit));
    }
}
