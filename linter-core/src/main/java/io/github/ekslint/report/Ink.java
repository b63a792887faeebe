package io.github.ekslint.report;

import io.github.ekslint.rule.Severity;

/** The colours of text reports, as ANSI escape sequences that every terminal knows. */
public enum Ink {
    ERROR("1;31"),
    WARNING("1;33"),
    INFO("1;36"),
    UNKNOWN("1;35"),
    GOOD("32"),
    STRONG("1"),
    FAINT("2"),
    GUTTER("1;34"),
    SECONDARY("34");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** The ink of a severity. */
    public static Ink of(Severity severity) {
        return switch (severity) {
            case ERROR -> ERROR;
            case WARNING -> WARNING;
            case INFO -> INFO;
        };
    }

    String paint(String text) {
        return text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
