package io.github.ekslint.reader.awscli;

import io.github.ekslint.source.Node;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * Timestamps as recorders leave them: seconds since 1970, ISO 8601 with an offset or without (then UTC), or the parts of a
 * Python {@code datetime}. All become UTC.
 */
final class Times {

    private Times() {}

    /** Reads a timestamp; empty when the node is none. */
    static Optional<Instant> instant(Node node) {
        if (node instanceof Node.Mapping parts) {
            return fromParts(parts);
        }
        return node.asScalar().flatMap(s -> instant(s.text()));
    }

    /** Reads a timestamp; empty when the text is none. */
    static Optional<Instant> instant(String text) {
        String trimmed = text.trim();
        try {
            if (trimmed.matches("\\d{1,11}(\\.\\d{1,9})?|\\d(\\.\\d{1,17})?[eE]\\+?\\d{1,2}")) {
                BigDecimal seconds = new BigDecimal(trimmed);
                return Optional.of(
                        Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
            }
            if (trimmed.matches("\\d{4}-\\d{2}-\\d{2}")) {
                return Optional.of(LocalDate.parse(trimmed).atStartOfDay().toInstant(ZoneOffset.UTC));
            }
            String iso = trimmed.length() > 10 && trimmed.charAt(10) == ' '
                    ? trimmed.substring(0, 10) + "T" + trimmed.substring(11).replace(" ", "")
                    : trimmed;
            return Optional.of(
                    iso.matches(".*(Z|[+-]\\d{2}(:?\\d{2})?)$") && iso.length() > 11
                            ? OffsetDateTime.parse(withColon(iso)).toInstant()
                            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | ArithmeticException notATime) {
            return Optional.empty();
        }
    }

    /** Python and the AWS CLI write {@code +0000} as well as {@code +00:00}. */
    private static String withColon(String iso) {
        return iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2").replaceFirst("([+-]\\d{2})$", "$1:00");
    }

    private static Optional<Instant> fromParts(Node.Mapping parts) {
        try {
            return Optional.of(LocalDateTime.of(
                            part(parts, "year"),
                            part(parts, "month"),
                            part(parts, "day"),
                            part(parts, "hour"),
                            part(parts, "minute"),
                            part(parts, "second"))
                    .toInstant(ZoneOffset.UTC));
        } catch (DateTimeException | NumberFormatException notATime) {
            return Optional.empty();
        }
    }

    private static int part(Node.Mapping parts, String key) {
        return Integer.parseInt(parts.text(key).orElse("0"));
    }
}
