package io.github.ekslint.source;

import java.util.ArrayList;
import java.util.List;

/**
 * What YAML does not take for text or for blanks, made harmless without moving anything: control characters become U+FFFD,
 * no-break spaces and their like in an indentation become blanks. Both are mistakes to report.
 *
 * @param chars as long as the text
 * @param controls offsets of control characters
 * @param indents offsets of the first strange blank in each indentation that has one
 */
record Blanks(String chars, List<Integer> controls, List<Integer> indents) {

    static Blanks in(String text) {
        StringBuilder chars = null;
        List<Integer> controls = new ArrayList<>();
        List<Integer> indents = new ArrayList<>();
        boolean indentation = true;
        boolean reported = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char harmless = c;
            if (Text.isLineEnd(c)) {
                indentation = true;
                reported = false;
            } else if (isStrangeBlank(c)) {
                if (indentation) {
                    harmless = ' ';
                    if (!reported) {
                        indents.add(i);
                    }
                    reported = true;
                }
            } else if (c != ' ' && c != '\t') {
                indentation = false;
                if (isControl(c)) {
                    controls.add(i);
                    harmless = '\uFFFD';
                }
            }
            if (harmless != c) {
                chars = chars == null ? new StringBuilder(text) : chars;
                chars.setCharAt(i, harmless);
            }
        }
        return new Blanks(chars == null ? text : chars.toString(), controls, indents);
    }

    /** Looks like a blank, and is none to YAML. */
    static boolean isStrangeBlank(char c) {
        return c == '\u00A0' || (c > '\u1000' && Character.getType(c) == Character.SPACE_SEPARATOR);
    }

    /** "a no-break space (U+00A0) where a blank belongs". */
    static String described(char c) {
        String name = c == '\u00A0' ? "a no-break space" : "a blank that is no plain blank";
        return "%s (U+%04X) where a blank belongs".formatted(name, (int) c);
    }

    private static boolean isControl(char c) {
        return (c < ' ' && c != '\t') || (c >= '\u007F' && c <= '\u009F' && c != '\u0085') || c >= '\uFFFE';
    }
}
