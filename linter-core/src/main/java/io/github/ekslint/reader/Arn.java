package io.github.ekslint.reader;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An Amazon Resource Name.
 *
 * @param partition {@code aws}, {@code aws-cn} …
 * @param service such as {@code eks}
 * @param region empty when the ARN has none
 * @param account the 12-digit account; empty when the ARN has none, as in scrubbed recordings
 * @param resource what follows the account, such as {@code cluster/prod}
 */
public record Arn(
        String partition, String service, Optional<String> region, Optional<String> account, String resource) {

    private static final Pattern FORM = Pattern.compile("arn:([a-z0-9-]+):([a-z0-9-]+):([a-z0-9-]*):([^:]*):(.+)");

    /** Reads an ARN; empty when the text is none. */
    public static Optional<Arn> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Arn(
                matcher.group(1),
                matcher.group(2),
                Optional.of(matcher.group(3)).filter(r -> !r.isEmpty()),
                Optional.of(matcher.group(4)).filter(a -> a.matches("\\d{12}")),
                matcher.group(5)));
    }

    /** The part of the resource at an index, counted from 0, between slashes; empty when there is none. */
    public Optional<String> part(int index) {
        String[] parts = resource.split("/", -1);
        return index < parts.length && !parts[index].isEmpty() ? Optional.of(parts[index]) : Optional.empty();
    }
}
