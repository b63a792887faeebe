package io.github.ekslint.report;

import java.net.URI;
import java.net.URISyntaxException;

/** File names as reports have them, turned into URI references. */
final class Uris {

    private Uris() {}

    static boolean isRelative(String file) {
        return !file.startsWith("/") && !drive(file) && !file.startsWith("<");
    }

    /** Percent-encoded; absolute names get the scheme {@code file}, standard input becomes {@code stdin}. */
    static String of(String file) {
        if (file.startsWith("<")) {
            return "stdin:";
        }
        try {
            if (isRelative(file)) {
                String encoded =
                        new URI(null, null, "/" + file, null).toASCIIString().substring(1);
                int slash = encoded.indexOf('/');
                int colon = encoded.indexOf(':');
                return colon >= 0 && (slash < 0 || colon < slash) ? "./" + encoded : encoded;
            }
            return new URI("file", "", (drive(file) ? "/" : "") + file, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException("every path can be encoded: " + file, e);
        }
    }

    private static boolean drive(String file) {
        return file.length() > 2
                && Character.isLetter(file.charAt(0))
                && file.charAt(1) == ':'
                && file.charAt(2) == '/';
    }
}
