package io.github.ekslint.reader.terraform.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of an address or a reference.
 *
 * @param text without quotes
 * @param isIndex whether it stands in brackets
 */
record Part(String text, boolean isIndex) {

    /** The parts of {@code module.vpc.aws_subnet.private["a.b"].id}. */
    static List<Part> of(String reference) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        while (at < reference.length()) {
            char c = reference.charAt(at);
            if (c == '.') {
                at++;
            } else if (c == '[') {
                int end = closing(reference, at);
                String inside = reference.substring(at + 1, Math.min(end, reference.length()));
                parts.add(new Part(unquoted(inside), true));
                at = end + 1;
            } else {
                int end = at;
                while (end < reference.length() && reference.charAt(end) != '.' && reference.charAt(end) != '[') {
                    end++;
                }
                parts.add(new Part(reference.substring(at, end), false));
                at = end;
            }
        }
        return parts;
    }

    /** Where the bracket at a position closes; a quoted key may hold brackets itself. */
    private static int closing(String reference, int open) {
        boolean quoted = false;
        for (int i = open + 1; i < reference.length(); i++) {
            char c = reference.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ']' && !quoted) {
                return i;
            }
        }
        return reference.length();
    }

    private static String unquoted(String key) {
        return key.length() > 1 && key.startsWith("\"") && key.endsWith("\"")
                ? key.substring(1, key.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\")
                : key;
    }
}
