package io.github.ekslint.reader;

import java.util.regex.Pattern;

/**
 * Ids that EC2 mints, such as {@code subnet-0fe1…}: a prefix, a hyphen and eight or seventeen hexadecimal digits. Only a real
 * id says that two mentions mean one resource; what is left of an id in a scrubbed recording ({@code subnet-}) does not.
 */
public final class AwsId {

    /** Hexadecimal as AWS mints them, or as documents write them: long enough, with a digit, and no run of x. */
    private static final Pattern REAL = Pattern.compile(
            "[a-z]{1,12}-(?:[0-9a-f]{8}|[0-9a-f]{17}|(?!\\w*[xX]{3})(?=[a-zA-Z]*[0-9])[0-9a-zA-Z]{6,32})");

    private AwsId() {}

    /** Whether the text is an id that can tell one resource from another. */
    public static boolean isReal(String text) {
        return REAL.matcher(text).matches();
    }
}
