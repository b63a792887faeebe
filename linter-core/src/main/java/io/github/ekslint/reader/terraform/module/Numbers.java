package io.github.ekslint.reader.terraform.module;

import io.github.ekslint.reader.datum.Datum;
import io.github.ekslint.reader.datum.Texts;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Texts as numbers. */
final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,100}(?:\\.\\d{1,100})?(?:[eE][+-]?\\d{1,3})?");

    private Numbers() {}

    /** The number that a datum is; null when it is none, or not known. */
    static @Nullable BigDecimal of(Datum datum) {
        String known = Texts.known(datum);
        return known == null ? null : of(known);
    }

    static @Nullable BigDecimal of(String text) {
        return NUMBER.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** The whole number that a datum is; null when it is none, not known, or too large to count with. */
    static @Nullable Integer whole(Datum datum) {
        BigDecimal number = of(datum);
        if (number == null
                || number.stripTrailingZeros().scale() > 0
                || number.abs().compareTo(LARGEST) > 0) {
            return null;
        }
        return number.intValue();
    }

    private static final BigDecimal LARGEST = BigDecimal.valueOf(Integer.MAX_VALUE);
}
