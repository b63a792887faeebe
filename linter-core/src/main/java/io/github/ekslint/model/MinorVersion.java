package io.github.ekslint.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Kubernetes minor version. Patch levels never matter for support dates or skew.
 *
 * @param major at least 1
 * @param minor at least 0
 */
public record MinorVersion(int major, int minor) implements Comparable<MinorVersion> {

    private static final Pattern LEADING = Pattern.compile("v?(\\d{1,3})\\.(\\d{1,3})(?:[.+-].*)?");

    /**
     * Reads {@code 1.31}, {@code v1.31.7-eks-abc123} and the like.
     *
     * @return empty when the text does not start with a minor version
     */
    public static Optional<MinorVersion> parse(String text) {
        Matcher matcher = LEADING.matcher(text);
        return matcher.matches()
                ? Optional.of(new MinorVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** How many minors this version is ahead of the other; negative when it is behind. Across majors it is far. */
    public int ahead(MinorVersion other) {
        return (major - other.major) * 1000 + minor - other.minor;
    }

    /** The minor version so many minors later. */
    public MinorVersion plus(int minors) {
        return new MinorVersion(major, minor + minors);
    }

    @Override
    public int compareTo(MinorVersion other) {
        return ahead(other);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
