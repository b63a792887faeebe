package io.github.ekslint.source;

/** Offsets of a part of a text, the end exclusive. */
record Span(int start, int end) {
    boolean contains(int offset) {
        return offset >= start && offset < end;
    }
}
