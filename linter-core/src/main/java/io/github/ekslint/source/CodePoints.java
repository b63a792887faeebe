package io.github.ekslint.source;

import java.util.Arrays;

/** SnakeYAML counts code points; places count UTF-16 units. */
final class CodePoints {

    /** Code point indexes of the characters that take two UTF-16 units. */
    private final int[] wide;

    CodePoints(String chars) {
        int[] found = new int[16];
        int count = 0;
        int index = 0;
        for (int i = 0; i < chars.length(); index++) {
            int size = Character.charCount(chars.codePointAt(i));
            if (size == 2) {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = index;
            }
            i += size;
        }
        wide = Arrays.copyOf(found, count);
    }

    /** The UTF-16 offset of a code point index. */
    int offset(int index) {
        int before = Arrays.binarySearch(wide, index);
        return index + (before >= 0 ? before : -before - 1);
    }
}
