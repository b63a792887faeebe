package io.github.ekslint.source;

/**
 * A part of a text that is parsed on its own.
 *
 * @param start its offset in the whole text
 * @param chars what the parser sees: as long as the part, but not necessarily the same characters
 */
record Piece(int start, String chars) {
    /** Offset of its end in the whole text. */
    int end() {
        return start + chars.length();
    }
}
